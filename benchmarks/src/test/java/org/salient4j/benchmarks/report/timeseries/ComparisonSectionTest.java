package org.salient4j.benchmarks.report.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.timeseries.MadeUpSeries;

class ComparisonSectionTest {

    private static String html(MadeUpSeries run) {
        return ReportWriter.html(
                new Page("Made up", "", List.of(ComparisonSection.of(run.build()))));
    }

    @Test
    void should_show_claims_and_the_tables_that_the_run_has_numbers_of() {
        String html = html(new MadeUpSeries().networks("tcn").datasets("middle").seeds(2));
        assertThat(html)
                .contains("Beside the paper", "Table 2: means over data sets", "Table 10: tcn")
                .contains("Protocol of this run: preset ")
                .contains("Paper 8\u201311, standard", "Same data sets (tables 8\u201311): mean of")
                .doesNotContain("Table 8: lstm", "NaN");
    }

    @Test
    void should_call_the_paper_s_own_means_what_they_are() {
        assertThat(html(new MadeUpSeries().seeds(1)))
                .contains("Paper, standard")
                .contains("cannot be judged with one seed")
                .doesNotContain("Paper 8\u201311", "\u00b1\u00a0\u2013");
    }

    @Test
    void should_say_that_there_is_nothing_to_compare() {
        assertThat(html(new MadeUpSeries().networks("tcn").processes("narma")))
                .contains("Nothing to compare");
    }
}
