package org.salient4j.benchmarks.report.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.bridge.BridgeTraining;
import org.salient4j.benchmarks.report.ReportWriter;

class BridgeReportTest {

    private static Document report(MadeUpBridge run) {
        return Jsoup.parse(ReportWriter.html(new BridgeReport().page(run.build())));
    }

    private static Element table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table '" + caption + "'"));
    }

    @Test
    void should_have_every_section_and_load_nothing() {
        Document page = report(new MadeUpBridge(3));
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "Guided or regularised?",
                        "Which trainings count",
                        "Accuracy, Jacobian and price",
                        "Mean maps",
                        "What the metrics hide",
                        "What was run");
        assertThat(page.select(".note").first().text()).contains("All 48 trainings count.");
        assertThat(page.select("[src]")).allMatch(e -> e.attr("src").startsWith("data:image/png;"));
        assertThat(page.select("table")).allMatch(e -> !e.select("caption").isEmpty());
        // All networks together, and each, with four trainings.
        assertThat(table(page, "Every training, mean over").select("tbody tr")).hasSize(3 * 4);
        assertThat(table(page, "Each training minus standard").select("tbody tr"))
                .hasSize(3 * 3 * 6);
        assertThat(table(page, "Every result of a training").select("tbody tr")).hasSize(2 * 2 * 4);
        assertThat(table(page, "Every result of a training").text()).contains("1\u20132");
        assertThat(page.select(".map img")).isNotEmpty();
    }

    @Test
    void should_say_what_three_seeds_tell() {
        Document page = report(new MadeUpBridge(3).spread(1e-4));
        assertThat(page.select(".note").eachText())
                .anyMatch(text -> text.contains("Jacobian, \u03bb_J = 0.1: Diff(AUP)"))
                .anyMatch(text -> text.contains("Mass in truth higher"));
        assertThat(table(page, "Each training minus standard").select("td.tone-good")).isNotEmpty();
    }

    @Test
    void should_find_nothing_in_two_seeds_however_alike_they_are() {
        Document page = report(new MadeUpBridge(2).spread(1e-9));
        List<String> notes = page.select(".note").eachText().stream().skip(1).toList();
        assertThat(notes)
                .hasSize(3)
                .allMatch(text -> text.contains("undecided (fewer than 3 pairs)"))
                .noneMatch(text -> text.contains("higher") || text.contains("lower"));
        Element effects = table(page, "Each training minus standard");
        assertThat(effects.select("td.tone-good, td.tone-bad, td.tone-strong")).isEmpty();
        assertThat(page.text()).contains("Fewer than three pairs decide nothing");
    }

    @Test
    void should_compare_only_where_every_training_of_a_network_counts() {
        Document page =
                report(
                        new MadeUpBridge(3)
                                .unlearned(
                                        cell ->
                                                cell.training() == BridgeTraining.JACOBIAN
                                                        && cell.network().equals("lstm-input-cell")
                                                        && cell.seed() == 1));
        assertThat(page.select(".note").first().text())
                .contains("46 of 48 trainings count.", "2 did not learn");
        assertThat(table(page, "Every training, mean over").parent().nextElementSibling().text())
                .contains("of 6: lstm-input-cell 4, tcn 6");
        Element uncounted = table(page, "Trainings that do not count");
        assertThat(uncounted.select("tbody tr")).hasSize(2);
        // Running them again would come to the same.
        assertThat(page.text()).doesNotContain("Running the experiment again");
    }

    @Test
    void should_tell_what_failed_and_what_running_again_computes() {
        Document page =
                report(
                        new MadeUpBridge(3)
                                .missing(cell -> cell.seed() == 3 && cell.network().equals("tcn"))
                                .failing(
                                        cell ->
                                                cell.seed() == 2
                                                        && cell.dataset().equals("middle")
                                                        && cell.training()
                                                                == BridgeTraining.STANDARD,
                                        "IllegalStateException: made up <b>"));
        assertThat(page.select(".note").first().text())
                .contains("38 of 48 trainings count.", "2 failed", "8 not run");
        assertThat(page.text())
                .contains("made up <b>", "Running the experiment again on the same folder");
    }

    @Test
    void should_report_a_run_without_any_result() {
        Document page = report(new MadeUpBridge(1).missing(cell -> true));
        assertThat(page.select(".note").first().text()).contains("0 of 16 trainings count.");
        assertThat(page.text()).contains("No result has maps.");
    }

    @Test
    void should_print_the_same_table_and_a_row_a_training_and_method() {
        var run = new MadeUpBridge(3).build();
        List<String> lines = new BridgeReport().lines(run);
        assertThat(lines.get(0)).contains("network", "|J|^2", "Diff(AUP)", "Mass in truth");
        assertThat(lines).anyMatch(line -> line.matches("tcn +Jacobian +0\\.1 +95\\.0 .*3"));
        List<String> csv = new BridgeReport().csv(run).lines().toList();
        assertThat(csv).hasSize(1 + 48 * 7);
        assertThat(csv.get(0)).startsWith("dataset,process,network,training,masked_fraction,");
        assertThat(csv.get(1)).startsWith("middle,gaussian,lstm-input-cell,standard,0.0,0.0,1,");
    }
}
