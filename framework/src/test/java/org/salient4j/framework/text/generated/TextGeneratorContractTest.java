package org.salient4j.framework.text.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;
import org.salient4j.framework.text.corpus.EraserLayout;
import org.salient4j.framework.text.corpus.EraserOptions;
import org.salient4j.framework.text.corpus.EraserReader;
import org.salient4j.framework.text.corpus.EraserWriter;

/** What every generator of text promises. */
class TextGeneratorContractTest {
    private static final CorpusSizes SIZES = new CorpusSizes(30, 6, 12);

    @TempDir private Path folder;

    static Stream<TextGenerator> generators() {
        return TextGenerator.registry().members().stream();
    }

    @Test
    void should_be_found_by_name() {
        assertThat(TextGenerator.registry().names())
                .containsExactly("generated-claims", "generated-inference");
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_say_that_it_is_generated(TextGenerator generator) {
        assertThat(generator.name()).startsWith("generated-");
        assertThat(generator.generate(SIZES, Seed.of(1)).name()).isEqualTo(generator.name());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_give_the_sizes_and_equal_numbers_of_each_class(TextGenerator generator) {
        Corpus corpus = generator.generate(SIZES, Seed.of(1));
        assertThat(corpus.train()).hasSize(30);
        assertThat(corpus.get(Split.VALIDATION)).hasSize(6);
        assertThat(corpus.test()).hasSize(12);
        int classes = corpus.classes().size();
        for (Split split : Split.values()) {
            for (int label = 0; label < classes; label++) {
                int wanted = label;
                assertThat(corpus.get(split))
                        .filteredOn(example -> example.label() == wanted)
                        .hasSize(corpus.get(split).size() / classes);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_be_fixed_by_the_seed_and_keep_the_parts_apart(TextGenerator generator) {
        Corpus corpus = generator.generate(SIZES, Seed.of(1));
        assertThat(generator.generate(SIZES, Seed.of(1))).isEqualTo(corpus);
        assertThat(generator.generate(SIZES, Seed.of(2))).isNotEqualTo(corpus);
        Corpus longer = generator.generate(new CorpusSizes(300, 6, 12), Seed.of(1));
        assertThat(longer.test()).isEqualTo(corpus.test());
        assertThat(corpus.all()).extracting(TextExample::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_mark_some_but_not_all_tokens_of_the_documents(TextGenerator generator) {
        for (TextExample example : generator.generate(SIZES, Seed.of(1)).all()) {
            boolean[] marked = example.rationale().mask(example.length());
            Set<Integer> document = new HashSet<>();
            for (int token : example.documentTokens()) {
                document.add(token);
            }
            int count = 0;
            for (int i = 0; i < marked.length; i++) {
                if (marked[i]) {
                    count++;
                    assertThat(document).contains(i);
                }
            }
            assertThat(count).isPositive().isLessThan(document.size());
        }
    }

    @ParameterizedTest
    @MethodSource("generators")
    void should_come_back_from_files_of_the_eraser_format(TextGenerator generator) {
        Corpus corpus = generator.generate(SIZES, Seed.of(1));
        boolean query = corpus.train().get(0).parts().get(0).role() == TextPart.Role.QUERY;
        for (EraserLayout layout : EraserLayout.values()) {
            Path data = folder.resolve(layout.name());
            EraserWriter.write(corpus, data, layout);
            assertThat(
                            EraserReader.read(
                                    data,
                                    new EraserOptions(corpus.name(), corpus.classes(), query)))
                    .isEqualTo(corpus);
            assertThatThrownBy(() -> EraserWriter.write(corpus, data, layout))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageEndingWith("is not empty: choose another folder or delete it first");
        }
    }

    @Test
    void should_let_each_group_of_a_claim_decide_alone() {
        Corpus claims = new GeneratedClaims().generate(new CorpusSizes(200, 2, 2), Seed.of(1));
        Map<String, Set<Boolean>> meaning = new HashMap<>();
        Set<Integer> groups = new HashSet<>();
        for (TextExample example : claims.train()) {
            boolean failure = example.tokens().contains("failure");
            groups.add(example.rationale().groups().size());
            for (List<TokenSpan> group : example.rationale().groups()) {
                TokenSpan span = group.get(0);
                String evidence =
                        String.join(" ", example.tokens().subList(span.start(), span.end()));
                boolean good = (example.label() == 0) != failure;
                meaning.computeIfAbsent(evidence, e -> new HashSet<>()).add(good);
            }
        }
        assertThat(groups).containsExactlyInAnyOrder(1, 2);
        assertThat(meaning).hasSize(10);
        assertThat(meaning.values()).allSatisfy(good -> assertThat(good).hasSize(1));
    }

    @Test
    void should_mark_the_words_that_decide_an_inference() {
        Corpus pairs = new GeneratedInference().generate(new CorpusSizes(300, 1, 1), Seed.of(1));
        for (TextExample pair : pairs.train()) {
            List<String> words =
                    pair.rationale().spans().stream()
                            .map(s -> String.join(" ", pair.tokens().subList(s.start(), s.end())))
                            .toList();
            switch (pairs.classes().get(pair.label())) {
                case "contradiction" -> {
                    assertThat(words).hasSize(2);
                    assertThat(words.get(0)).endsWith("ing").isNotEqualTo(words.get(1));
                    assertThat(words.get(1)).endsWith("ing");
                }
                case "entailment" -> {
                    assertThat(words).hasSize(4);
                    assertThat(words.get(0)).endsWith("ing").isEqualTo(words.get(1));
                }
                default -> {
                    assertThat(words).hasSize(1);
                    assertThat(words.get(0)).contains(" ");
                }
            }
        }
    }
}
