package org.salient4j.framework.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.framework.data.Split;

class TruncationTest {
    private static final TextExample TEXT =
            TextExample.of("t", List.of("a", "b", "c", "d", "e", "f"), 0);

    @ParameterizedTest
    @CsvSource({"HEAD, a b c", "TAIL, d e f", "BOTH_ENDS, a b f"})
    void should_keep_the_words_it_says(Truncation.Keep keep, String left) {
        assertThat(String.join(" ", new Truncation(3, keep).of(TEXT).tokens())).isEqualTo(left);
    }

    @Test
    void should_leave_a_text_that_is_short_enough_as_it_is() {
        assertThat(new Truncation(6, Truncation.Keep.HEAD).of(TEXT)).isSameAs(TEXT);
    }

    @Test
    void should_shorten_the_document_before_the_claim() {
        TextExample pair =
                new TextExample(
                        "p",
                        List.of("q1", "q2", "d1", "d2", "d3", "d4", "d5"),
                        0,
                        List.of(
                                new TextPart(TextPart.Role.QUERY, "q", 0, 2),
                                new TextPart(TextPart.Role.DOCUMENT, "d", 2, 7)),
                        Rationale.of(new TokenSpan(5, 7)));
        TextExample left = new Truncation(4, Truncation.Keep.TAIL).of(pair);
        assertThat(left.tokens()).containsExactly("q1", "q2", "d4", "d5");
        assertThat(left.rationale().spans()).containsExactly(new TokenSpan(2, 4));
        assertThat(new Truncation(2, Truncation.Keep.HEAD).of(pair).tokens())
                .containsExactly("q1", "d1");
    }

    @Test
    void should_say_how_many_texts_of_a_corpus_it_cut() {
        TextExample brief = TextExample.of("s", List.of("x"), 1);
        Corpus corpus =
                Corpus.of(
                        "c",
                        List.of("n", "p"),
                        Map.of(
                                Split.TRAIN, List.of(TEXT, brief, TEXT),
                                Split.TEST, List.of(brief)));
        Corpus cut = corpus.truncated(new Truncation(4, Truncation.Keep.BOTH_ENDS));
        assertThat(cut.train().get(0).length()).isEqualTo(4);
        assertThat(cut.findings().lines())
                .containsExactly(
                        "train: 2 of 3 texts are longer than 4 words and were cut (its first and"
                                + " last words kept)");
    }

    @Test
    void should_refuse_a_limit_below_one() {
        assertThatThrownBy(() -> new Truncation(0, Truncation.Keep.HEAD))
                .hasMessage("limit must be at least 1, was 0");
    }
}
