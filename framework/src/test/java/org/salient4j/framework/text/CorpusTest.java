package org.salient4j.framework.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Split;

class CorpusTest {
    private static final List<String> CLASSES = List.of("NEG", "POS");

    @Test
    void should_split_off_a_seeded_part_to_choose_on() {
        Corpus corpus = Corpus.of("c", CLASSES, Map.of(Split.TRAIN, texts(20)));
        Corpus with = corpus.withValidation(0.25, Seed.of(3));
        assertThat(with.get(Split.VALIDATION)).hasSize(5);
        assertThat(with.train()).hasSize(15);
        List<TextExample> all = new ArrayList<>(with.all());
        assertThat(all).containsExactlyInAnyOrderElementsOf(texts(20));
        assertThat(corpus.withValidation(0.25, Seed.of(3))).isEqualTo(with);
        assertThat(corpus.withValidation(0.25, Seed.of(4))).isNotEqualTo(with);
        assertThat(with.withValidation(0.5, Seed.of(4))).isSameAs(with);
        assertThatThrownBy(() -> corpus.withValidation(0.01, Seed.of(3)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("leaves 0 of 20 examples for validation");
    }

    @Test
    void should_refuse_training_examples_of_one_class() {
        List<TextExample> one = List.of(text(0, 0), text(2, 0));
        assertThatThrownBy(() -> Corpus.of("reviews", CLASSES, Map.of(Split.TRAIN, one)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "reviews: all 2 training examples are of the class 'NEG': a classifier"
                                + " needs at least two");
        assertThat(Corpus.of("reviews", CLASSES, Map.of(Split.TEST, one)).test()).hasSize(2);
    }

    @Test
    void should_refuse_what_is_no_corpus() {
        assertThatThrownBy(() -> Corpus.of("c", CLASSES, Map.of(Split.TRAIN, List.of())))
                .hasMessage("c: the train part has no example that can be used");
        assertThatThrownBy(() -> Corpus.of("c", CLASSES, Map.of()))
                .hasMessageContaining("at least one of train, validation and test");
        assertThatThrownBy(() -> Corpus.of("c", List.of("A", "A"), Map.of(Split.TRAIN, texts(2))))
                .hasMessage("c: expected at least two different classes, found [A, A]");
        assertThatThrownBy(() -> Corpus.of(" ", CLASSES, Map.of(Split.TRAIN, texts(2))))
                .hasMessageContaining("name must say what the data is");
        assertThatThrownBy(() -> Corpus.of("c", CLASSES, Map.of(Split.TEST, List.of(text(1, 2)))))
                .hasMessage("c: the label of 't1' must be in [0, 2), was 2");
        assertThatThrownBy(() -> Corpus.of("c", CLASSES, Map.of(Split.TRAIN, texts(2))).test())
                .hasMessage("c has no test part");
    }

    @Test
    void should_keep_the_first_findings_and_count_all() {
        Findings findings = findings(30);
        assertThat(findings.count()).isEqualTo(30);
        assertThat(findings.lines()).hasSize(20).startsWith("line 0");
        assertThat(findings.summary())
                .hasSize(21)
                .startsWith("line 0")
                .endsWith("line 19", "and 10 more like these");
        assertThat(findings(2).summary()).containsExactly("line 0", "line 1");
    }

    /** What was cut, or what is wrong with the vectors, must not drown in what the corpus lacks. */
    @Test
    void should_keep_the_first_findings_of_each_of_two_sources() {
        Findings both = findings(30).and(findings(1)).and(Findings.none());
        assertThat(both.count()).isEqualTo(31);
        assertThat(both.lines()).hasSize(21).endsWith("line 19", "line 0");
        assertThat(both.summary()).endsWith("line 0", "and 10 more like these");
    }

    private static Findings findings(int count) {
        Findings.Collector collector = new Findings.Collector();
        IntStream.range(0, count).forEach(i -> collector.add("line " + i));
        return collector.findings();
    }

    private static List<TextExample> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> text(i, i % 2)).toList();
    }

    private static TextExample text(int i, int label) {
        return TextExample.of("t" + i, List.of("w" + i), label);
    }
}
