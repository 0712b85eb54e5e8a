package org.salient4j.benchmarks.timeseries.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.timeseries.MadeUpSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.io.Json;

class ComparisonTextTest {
    private static final ReportedRun<TimeSeriesCell, TimeSeriesResult> RUN =
            new MadeUpSeries()
                    .networks("tcn", "transformer")
                    .datasets("middle", "moving-small-middle")
                    .diffs((c, m, s) -> -0.08 + 0.02 * c.seed())
                    .missing(c -> c.network().equals("transformer"))
                    .unlearned(
                            c ->
                                    c.dataset().equals("middle")
                                            && c.training() == TrainingKind.STANDARD)
                    .build();

    private static final PaperComparison COMPARISON = PaperComparison.of(RUN);

    private final ComparisonText text = new ComparisonText(COMPARISON);

    @Test
    void should_fit_a_terminal_of_100_columns_in_any_encoding() {
        List<String> lines = new ArrayList<>(text.heading());
        lines.addAll(text.all());
        assertThat(lines)
                .allSatisfy(
                        line -> {
                            assertThat(line.length()).as(line).isLessThanOrEqualTo(100);
                            assertThat(line.chars()).allMatch(c -> c < 128);
                        });
    }

    @Test
    void should_say_missing_and_why() {
        List<String> table = text.table(10);
        int head = table.indexOf(line(table, "middle AUP"));
        assertThat(table.subList(head + 1, head + 5))
                .satisfiesExactly(
                        paper -> assertThat(paper).contains("standard paper", "+.127"),
                        ours -> assertThat(ours).contains("ours n=0", "missing"),
                        difference -> assertThat(difference).doesNotContain("0"),
                        why -> assertThat(why).contains("missing: 3 did not learn"));
        assertThat(line(text.table(11), "ours n")).contains("ours n=0", "missing");
        assertThat(text.table(8)).last().isEqualTo("not in this run: lstm");
        assertThat(String.join(" ", text.heading()).replaceAll(" +", " "))
                .contains("seeds 1, 2, 3", "15 measured", "18 not run", "3 did not learn");
    }

    /** -0.06, -0.04, -0.02: the mean -0.04, half 0.0497; the paper's 0.127 lies outside. */
    @Test
    void should_mark_where_the_paper_lies_outside() {
        List<String> table = text.table(10);
        int head = table.indexOf(line(table, "moving-small-middle AUP"));
        assertThat(table.get(head + 2)).contains("-.040+-.050");
        List<String> brief = text.brief();
        assertThat(brief).anyMatch(l -> l.contains("mean over 1 of 10 data sets"));
    }

    @Test
    void should_say_of_which_column_a_remark_is() {
        List<String> lines =
                new ComparisonText(
                                PaperComparison.of(
                                        new MadeUpSeries()
                                                .networks("lstm", "tcn")
                                                .datasets("middle")
                                                .maskedFractions(0.3)
                                                .failing(c -> c.network().equals("lstm"))
                                                .build()))
                        .table(7);
        assertThat(lines)
                .anyMatch(l -> l.strip().equals("lstm: missing: 3 failed"))
                .anyMatch(l -> l.strip().equals("tcn: k: paper 0.5, ours 0.3"))
                .noneMatch(l -> l.contains("NaN"))
                .anyMatch(l -> l.startsWith("not in this run: lstm-input-cell, transformer,"));
    }

    @Test
    void should_refuse_a_table_that_there_is_not() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text.table(3))
                .withMessageContaining("unknown table '3'")
                .withMessageContaining("2, 7, 8, 9, 10, 11");
    }

    @Test
    void should_write_json_in_which_missing_is_null() {
        JsonNode json =
                Json.parse(Json.pretty(ComparisonJson.of(COMPARISON)), JsonNode.class, "it");
        assertThat(json.get("claims")).hasSize(2 * Claim.values().length);
        assertThat(json.get("values")).hasSize(1136 / 2 * 3);
        JsonNode last = json.get("values").get(1136 / 2 * 3 - 1);
        assertThat(last.get("network").asText()).isEqualTo("transformer");
        assertThat(last.get("ours").get("mean").isNull()).isTrue();
        assertThat(last.get("difference").isNull()).isTrue();
        assertThat(last.get("publishedInside").isNull()).isTrue();
        assertThat(json.get("trainings")).hasSize(2 * 2 * 12);
        assertThat(json.get("rankings")).hasSize(2 * 3 * 2);
        assertThat(json.toString()).doesNotContain("NaN");
    }

    @Test
    void should_say_where_the_paper_s_means_are_from() {
        List<String> table = text.table(2);
        assertThat(table).anyMatch(l -> l.contains("standard paper 8-11 "));
        assertThat(String.join(" ", table)).contains("mean of its tables 8 to 11");
        assertThat(ComparisonCsv.of(COMPARISON))
                .contains(",\"tables 8-11, same data sets\",", ",table 10,");
        List<String> whole =
                new ComparisonText(PaperComparison.of(new MadeUpSeries().seeds(1).build()))
                        .table(2);
        assertThat(whole).anyMatch(l -> l.startsWith("  standard paper   "));
        assertThat(whole).noneMatch(l -> l.contains("standard paper 8-11"));
    }

    @Test
    void should_explain_the_summary_and_begin_with_the_protocol() {
        assertThat(String.join(" ", text.summary()).replaceAll(" +", " "))
                .contains(
                        "published: the table's numbers",
                        "measured: those",
                        "of those with an interval");
        assertThat(text.heading().get(0)).startsWith("Protocol: preset ");
    }

    private static String line(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.strip().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
