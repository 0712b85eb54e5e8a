package org.salient4j.framework.text.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;

class SentenceReadersTest {
    @TempDir private Path folder;

    @Test
    void should_take_the_sign_of_scores_that_are_far_enough_from_zero() throws IOException {
        Corpus corpus =
                scored("1\t2.5\tA joy.", "2\t-0.5\tIt isn't.", "3\t0.4\tSo so.", "4\t0.5\tOk");
        assertThat(corpus.name()).isEqualTo("VADER movie snippets");
        assertThat(corpus.classes()).containsExactly("negative", "positive");
        assertThat(apartFromFillers(corpus))
                .extracting(TextExample::id, TextExample::label)
                .containsExactlyInAnyOrder(tuple("1", 1), tuple("2", 0), tuple("4", 1));
        assertThat(apartFromFillers(corpus))
                .filteredOn(example -> example.id().equals("2"))
                .flatExtracting(TextExample::tokens)
                .containsExactly("It", "is", "n't", ".");
    }

    @Test
    void should_split_by_the_seed_into_eight_one_and_one_tenth() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(i + "\t" + (i % 2 == 0 ? 1 : -1) + "\ttext number " + i);
        }
        Path file = write("s.tsv", lines.toArray(String[]::new));
        Corpus corpus = scored(file, 3);
        assertThat(corpus.train()).hasSize(40);
        assertThat(corpus.get(Split.VALIDATION)).hasSize(5);
        assertThat(corpus.test()).hasSize(5);
        assertThat(corpus.all()).extracting(TextExample::id).doesNotHaveDuplicates();
        assertThat(scored(file, 3)).isEqualTo(corpus);
        assertThat(scored(file, 4)).isNotEqualTo(corpus);
    }

    @Test
    void should_pass_over_sentences_that_cannot_be_read() throws IOException {
        Corpus corpus =
                scored("no tabs", "2\tx\ttext", "3\t2\t ", "4\t2\tgood\tand a tab", "5\t-2\tbad");
        assertThat(corpus.findings().lines())
                .containsExactly(
                        "s.tsv:1: expected 'id TAB score TAB text', found 'no tabs'; passed over",
                        "s.tsv:2: expected 'id TAB score TAB text', found '2\tx\ttext'; passed"
                                + " over",
                        "s.tsv:3: the text is empty; passed over");
        assertThat(apartFromFillers(corpus)).hasSize(2);
    }

    @Test
    void should_refuse_a_file_without_usable_sentences() throws IOException {
        Path file = write("s.tsv", "1\t0.1\tso so");
        assertThatThrownBy(() -> scored(file, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has no example that can be used");
        assertThatThrownBy(() -> scored(folder.resolve("gone"), 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith("no such file");
        assertThatThrownBy(() -> new ScoredSentenceOptions("x", 0.5, 0.6, 0.4))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void should_read_pairs_as_two_documents() throws IOException {
        Path file =
                write(
                        "dev.tsv",
                        "neutral\tA man runs .\tHe is late .",
                        "contradiction\tA man runs .\tHe sleeps .");
        Corpus corpus = pairs(file);
        TextExample pair = corpus.train().get(0);
        assertThat(pair.tokens()).containsExactly("A", "man", "runs", ".", "He", "is", "late", ".");
        assertThat(pair.label()).isEqualTo(1);
        assertThat(pair.parts())
                .containsExactly(
                        new TextPart(TextPart.Role.DOCUMENT, "dev.tsv:1_premise", 0, 4),
                        new TextPart(TextPart.Role.DOCUMENT, "dev.tsv:1_hypothesis", 4, 8));
        assertThat(pair.rationale()).isNull();
        assertThat(corpus.name()).isEqualTo("pairs of the dev split");
    }

    @Test
    void should_pass_over_pairs_that_cannot_be_read() throws IOException {
        Path file =
                write(
                        "dev.tsv",
                        "neutral\tA man runs .\tHe is late .",
                        "natural\ta\tb",
                        "neutral\tonly one",
                        "neutral\ta\t",
                        "entailment\tA man runs .\tHe moves .");
        Corpus corpus = pairs(file);
        assertThat(corpus.train()).hasSize(2);
        assertThat(corpus.findings().lines())
                .containsExactly(
                        "dev.tsv:2: unknown class 'natural': did you mean 'neutral'? known:"
                                + " contradiction, neutral, entailment; passed over",
                        "dev.tsv:3: expected 'label TAB premise TAB hypothesis', found 2 fields;"
                                + " passed over",
                        "dev.tsv:4: a sentence is empty; passed over");
    }

    /** These sentences before twenty whose names begin with f. */
    private Corpus scored(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(lines));
        for (int i = 0; i < 20; i++) {
            all.add("f" + i + "\t" + (i % 2 == 0 ? 1 : -1) + "\ttext " + i);
        }
        return scored(write("s.tsv", all.toArray(String[]::new)), 3);
    }

    private static List<TextExample> apartFromFillers(Corpus corpus) {
        return corpus.all().stream().filter(example -> !example.id().startsWith("f")).toList();
    }

    private static Corpus scored(Path file, long seed) {
        return ScoredSentenceReader.read(
                file,
                ScoredSentenceOptions.movieSnippets(),
                new WordTokenizerFactory(),
                Seed.of(seed));
    }

    private Corpus pairs(Path file) {
        return SentencePairReader.read(
                "pairs of the dev split",
                SentencePairReader.INFERENCE_CLASSES,
                Map.of(Split.TRAIN, file),
                new DefaultTokenizerFactory());
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
