package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightedTextTest {

    @Test
    void should_show_sign_and_size_with_and_without_colours() {
        HighlightedText text =
                new HighlightedText(
                        "gradient",
                        List.of("a", "very", "bad", "<film>", "."),
                        List.of(0.0, 0.3, -1.0, 0.05, 0.1),
                        List.of(false, false, true, false, false));

        assertThat(text.words())
                .containsExactly(
                        new HighlightedText.Word("a", "", "", "0.000"),
                        new HighlightedText.Word("very", "for-2", "30", "0.300"),
                        new HighlightedText.Word(
                                "bad", "against-5 marked", "\u2212100", "\u22121.000"),
                        new HighlightedText.Word("<film>", "", "", "0.050"),
                        new HighlightedText.Word(".", "for-1", "", "0.100"));
        String html =
                ReportWriter.html(new Page("t", "s", List.of(new Section("Texts", List.of(text)))));
        assertThat(html)
                .contains(
                        "<span class=\"against-5 marked\" title=\"\u22121.000\">bad<sub>\u2212100</sub></span>",
                        "&lt;film&gt;")
                .doesNotContain("<film>");
    }

    @Test
    void should_refuse_other_numbers_of_scores_than_words() {
        assertThatThrownBy(
                        () -> new HighlightedText("x", List.of("a", "b"), List.of(0.1), List.of()))
                .hasMessage("2 words need as many scores and marks, found 1 and 0");
    }
}
