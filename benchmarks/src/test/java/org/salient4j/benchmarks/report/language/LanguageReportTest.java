package org.salient4j.benchmarks.report.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.report.ReportWriter;

class LanguageReportTest {
    private final Document page =
            Jsoup.parse(ReportWriter.html(new LanguageReport().page(MadeUpLanguage.run())));

    @Test
    void should_say_what_of_each_method_is_shown_and_how_much_of_the_text() {
        List<String> captions = page.select("figure.text figcaption").eachText();
        assertThat(captions.subList(0, 2))
                .containsExactly(
                        "gradient, dot with the vector: first, predicted NEG (73.1 %), is POS, the"
                                + " first 104 of 500 words",
                        "integrated-gradients, signed sum: first, predicted NEG (73.1 %), is POS,"
                                + " the first 104 of 500 words");
        assertThat(page.text()).contains("Words in frames belong to the rationale");
    }

    @Test
    void should_list_what_was_passed_over_line_by_line() {
        assertThat(page.select("details summary").eachText())
                .contains("What was passed over or put right in reading");
        assertThat(page.select("pre").eachText())
                .anySatisfy(
                        text ->
                                assertThat(text)
                                        .contains(MadeUpLanguage.FINDINGS.get(0))
                                        .contains(MadeUpLanguage.FINDINGS.get(3)));
    }

    @Test
    void should_print_the_first_findings_within_the_width_of_a_terminal() {
        List<String> lines = new LanguageReport().lines(MadeUpLanguage.run());
        assertThat(lines).allMatch(line -> line.length() <= 120);
        assertThat(lines.subList(2, 7))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("passed over or put right in reading"),
                        line -> assertThat(line).startsWith("  train.jsonl:4: unknown class"),
                        line -> assertThat(line).startsWith("  vectors.txt:17: x").endsWith("x..."),
                        line -> assertThat(line).startsWith("  test.jsonl:3: there is no document"),
                        line -> assertThat(line).isEqualTo("  ..."));
    }
}
