package org.salient4j.benchmarks.report.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.DamagedFile;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingStates;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

class TimeSeriesReportTest {

    private static String html(MadeUpTimeSeries run) {
        return ReportWriter.html(new TimeSeriesReport().page(run.build()));
    }

    private static Document report(MadeUpTimeSeries run) {
        return Jsoup.parse(html(run));
    }

    private static Element table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table '" + caption + "'"));
    }

    private static Element row(Element table, String head) {
        return table.select("tbody tr").stream()
                .filter(row -> row.child(0).text().equals(head))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row '" + head + "'"));
    }

    @Test
    void should_have_every_section_in_reading_order() {
        assertThat(report(new MadeUpTimeSeries()).select("h2").eachText())
                .containsExactly(
                        "Does saliency guided training help?",
                        "Which trainings count",
                        "Accuracy",
                        "Scores: mean over data sets",
                        "Scores: lstm",
                        "Scores: tcn",
                        "Which methods differ",
                        "Quality against cost",
                        "Saliency maps",
                        "Precision and recall curves",
                        "Beside the paper",
                        "What the metrics hide",
                        "What was run");
    }

    @Test
    void should_say_which_methods_refuse_a_network() {
        Document page =
                report(
                        new MadeUpTimeSeries()
                                .refusals(Map.of("tcn", Map.of("deep-lift", "no rule for it"))));
        Element refusing = table(page, "Methods that were not measured");
        assertThat(refusing.select("tbody tr")).hasSize(1);
        assertThat(row(refusing, "tcn").text()).contains("deep-lift", "no rule for it");
        assertThat(report(new MadeUpTimeSeries()).text())
                .doesNotContain("Methods that were not measured");
    }

    @Test
    void should_be_well_formed_and_load_nothing() {
        String html = html(new MadeUpTimeSeries());
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).isEmpty();
        assertThat(html).doesNotContain("http://").doesNotContain("https://");
        assertThat(page.select("link, iframe, object, embed, [onclick], script[src]")).isEmpty();
        assertThat(page.select("[src]"))
                .isNotEmpty()
                .allMatch(e -> e.attr("src").startsWith("data:image/png;base64,"));
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("img")).allMatch(e -> e.attr("alt").length() > 20);
        assertThat(page.select("svg.chart")).allMatch(e -> e.attr("aria-label").length() > 20);
    }

    @Test
    void should_allow_its_own_script_and_no_other() throws Exception {
        Document page = report(new MadeUpTimeSeries());
        Element script = page.selectFirst("script");
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(script.data().getBytes(StandardCharsets.UTF_8));
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'")
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void should_show_a_cell_whose_file_is_of_another_version() {
        ReportedRun<TimeSeriesCell, TimeSeriesResult> run =
                new MadeUpTimeSeries().missing(c -> c.seed() == 1).build();
        String key = CellKey.of(TimeSeries.NAME, run.cells().get(0)).value();
        DamagedFile file = new DamagedFile(key, "x.json has format 1, expected format 2");
        Document page =
                Jsoup.parse(
                        ReportWriter.html(
                                new TimeSeriesReport()
                                        .page(
                                                new ReportedRun<>(
                                                        run.card(),
                                                        run.cells(),
                                                        run.results(),
                                                        run.failures(),
                                                        List.of(file)))));
        assertThat(page.text()).contains("1 not readable");
        assertThat(table(page, "Trainings that do not count").text())
                .contains("not readable: x.json has format 1, expected format 2");
    }

    @Test
    void should_mark_the_best_of_a_row() {
        Element table = table(report(new MadeUpTimeSeries()), "tcn: Diff(AUP)");
        assertThat(table.select("thead th[scope=colgroup]").eachText())
                .containsExactly(
                        "Gradient",
                        "Integrated gradients",
                        "DeepLIFT",
                        "Gradient SHAP",
                        "DeepSHAP",
                        "SmoothGrad");
        assertThat(table.select("tbody tr")).hasSize(4);
        for (Element row : table.select("tbody tr")) {
            double best =
                    row.select("td").eachText().stream()
                            .mapToDouble(text -> Double.parseDouble(text.split(" ")[0]))
                            .max()
                            .orElseThrow();
            assertThat(row.select("td.tone-strong").first().text())
                    .startsWith(String.format(java.util.Locale.ROOT, "%.3f", best));
        }
    }

    @Test
    void should_say_why_a_score_is_missing_and_never_show_a_zero() {
        Document page =
                report(
                        new MadeUpTimeSeries()
                                .unlearned(c -> c.dataset().equals("middle"))
                                .missing(c -> c.dataset().equals("rare-time"))
                                .failing(
                                        c -> c.dataset().equals("rare-feature") && c.seed() == 2,
                                        "DivergedTrainingException: made-up NaN"));
        Element table = table(page, "lstm: Diff(AUP)");
        assertThat(row(table, "middle").select("td").eachText()).containsOnly("did not learn");
        assertThat(row(table, "middle").select("td").first().attr("title"))
                .isEqualTo("did not learn: seeds 1, 2, 3");
        assertThat(row(table, "rare-time").select("td").eachText()).containsOnly("not run");
        assertThat(row(table, "rare-feature").select("td").first().text()).endsWith("n = 2");
        assertThat(row(table, "rare-feature").select("td").first().attr("title"))
                .endsWith("failed: seed 2");
        assertThat(page.select(".note").first().text())
                .isEqualTo(
                        "! 30 of 72 trainings count. The others are left out of every statement,"
                                + " never taken as 0: 18 did not learn, 6 diverged, 18 not run.");
        Element each = table(page, "Trainings that do not count");
        assertThat(each.select("tbody tr")).hasSize(42);
        assertThat(each.text())
                .contains("diverged: DivergedTrainingException: made-up NaN")
                .contains("did not learn: test accuracy 53.0");
        assertThat(row(table(page, "Test accuracy"), "middle").select("td.tone-warning"))
                .hasSize(6);
    }

    @Test
    void should_show_that_a_map_is_missing() {
        Document page =
                report(
                        new MadeUpTimeSeries()
                                .missing(
                                        c ->
                                                c.dataset().equals("middle")
                                                        && c.training() == TrainingKind.STANDARD));
        assertThat(page.select("#s9 > details")).hasSizeGreaterThan(1);
        assertThat(page.select("#s9 > details[open]")).hasSize(1);
        assertThat(page.selectFirst("#s9 > details").hasAttr("open")).isTrue();
        Element maps = page.select("#s9 .pictures").first();
        assertThat(maps.select(".no-picture")).hasSize(2 * 7);
        assertThat(maps.select(".map img")).hasSize(2 * 2 * 7);
    }

    @Test
    void should_show_no_interval_of_one_seed() {
        Document page = report(new MadeUpTimeSeries().seeds(1));
        assertThat(table(page, "tcn: Diff(AUP)").select("small").eachText())
                .containsOnly("(1 seed)");
        assertThat(page.select("path.band")).isEmpty();
    }

    @Test
    void should_decide_nothing_of_one_seed_and_data_set() {
        Document page = report(new MadeUpTimeSeries().seeds(1).datasets("middle"));
        assertThat(page.select(".note").eachText().subList(1, 3))
                .allMatch(
                        text ->
                                text.contains(
                                        "Diff(AUP) undecided (fewer than 3 pairs), Diff(AUR)"
                                                + " undecided (fewer than 3 pairs)."))
                .allMatch(text -> text.contains("no interval over 1 seed"));
        assertThat(page.select("#s7").text()).contains("two are needed").doesNotContain("NaN");
    }

    @Test
    void should_report_a_run_without_any_result() {
        Document page = report(new MadeUpTimeSeries().missing(c -> true));
        assertThat(page.select(".note").first().text()).contains("0 of 72 trainings count");
        assertThat(page.text()).contains("No result has maps.").doesNotContain("NaN");
        assertThat(table(page, "lstm: Diff(AUP)").select("td").eachText()).containsOnly("not run");
        assertThat(page.select("svg.chart text.empty")).isNotEmpty();
    }

    @Test
    void should_not_call_a_difference_higher_that_the_test_cannot_reach() {
        // Four data sets: the smallest p is 0.125, however clear the interval is.
        Document page = report(new MadeUpTimeSeries());
        assertThat(page.select(".note").get(1).text()).contains("higher by its interval only");
        Document ten =
                report(new MadeUpTimeSeries().datasets(TimeSeries.DATASETS.toArray(String[]::new)));
        assertThat(ten.select(".note").get(1).text())
                .contains("lstm: Diff(AUP) higher, Diff(AUR) higher.")
                .contains("over 10 data sets, p = 0.016 (Holm)");
    }

    @Test
    void should_escape_hostile_names() {
        String hostile = "<script>alert('x')</script>\" onload=\"alert(1)";
        Document page =
                report(
                        new MadeUpTimeSeries()
                                .datasets(hostile, "middle")
                                .networks("<img src=x onerror=alert(2)>")
                                .command("salient4j", "</pre><script>")
                                .failing(c -> c.seed() == 1, "</td>" + hostile));
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("[onload], [onerror]")).isEmpty();
        assertThat(page.select("img")).allMatch(e -> e.attr("src").startsWith("data:"));
        assertThat(page.select("h2").eachText()).contains("Scores: <img src=x onerror=alert(2)>");
        assertThat(page.select("pre").first().text()).isEqualTo("salient4j '</pre><script>'");
    }

    @Test
    void should_show_a_sweep_at_each_fraction() {
        Document page = report(new MadeUpTimeSeries().fractions(0.1, 0.5, 0.9).seeds(2));
        assertThat(page.select("h2").eachText()).contains("Masked fraction");
        assertThat(page.select("#s5 > details > summary").eachText())
                .containsExactly(
                        "Other metrics, k nearest to the paper\u2019s",
                        "Scores, k = 0.1",
                        "Scores, k = 0.5",
                        "Scores, k = 0.9");
        Element chart =
                page.select("svg.chart").stream()
                        .filter(svg -> svg.text().contains("masked fraction k"))
                        .findFirst()
                        .orElseThrow();
        assertThat(chart.select("path.line")).hasSize(3);
        assertThat(chart.select("rect.hint title").eachText().get(2))
                .startsWith("masked fraction k 0.9 standard: ");
    }

    @Test
    void should_keep_processes_apart() {
        Document page = report(new MadeUpTimeSeries().processes("gaussian", "harmonic").seeds(2));
        assertThat(table(page, "tcn: Diff(AUP)").select("tbody th").eachText())
                .contains("middle, gaussian", "middle, harmonic")
                .hasSize(8);
    }

    @Test
    void should_leave_second_classes_out_before_first_ones_of_a_page_that_grows_too_large() {
        MadeUpTimeSeries run = new MadeUpTimeSeries().seeds(1);
        ScoreTable scores = ScoreTable.of(run.build());
        FractionView view = FractionView.of(scores).get(0);
        Names names = new Names(run.build().cells().get(0).setup().methods());
        Section all = new MapSection(view, names, Integer.MAX_VALUE).section();
        Section some = new MapSection(view, names, 450_000).section();
        Document page = page(all);
        assertThat(page.select("summary")).hasSize(8);
        assertThat(page.select(".map img")).hasSize(8 * 2 * 3 * 7);
        assertThat(page(some).select("summary")).hasSize(8);
        assertThat(page(some).select(".map img").size()).isBetween(8 * 3 * 7, 8 * 2 * 3 * 7 - 1);
        assertThat(page(some).text()).contains("groups of maps are not shown");
        assertThat(page(new MapSection(view, names, 0).section()).select(".map img")).isEmpty();
    }

    private static Document page(Section section) {
        return Jsoup.parse(
                ReportWriter.html(
                        new org.salient4j.benchmarks.report.Page("maps", "", List.of(section))));
    }

    @Test
    void should_tell_cost_and_protocol() {
        Document page = report(new MadeUpTimeSeries());
        Element cost = table(page, "What the methods cost");
        assertThat(row(cost, "Integrated gradients").text())
                .contains("50 gradients + 2 forward passes", "1.");
        assertThat(page.select("#s8 svg.chart")).hasSize(2);
        assertThat(page.select("#s8 svg.chart").first().select("text.point").eachText())
                .containsExactlyInAnyOrder(
                        "Gradient",
                        "Integrated gradients",
                        "DeepLIFT",
                        "Gradient SHAP",
                        "DeepSHAP",
                        "SmoothGrad");
        assertThat(page.select("#s13").text())
                .contains("fixed-budget: equal updates for all trainings", "options.epochs = 7")
                .contains("Training of lstm, tcn adam 0.001, batch ")
                .contains("salient4j benchmark time-series", "0.0.0-made-up");
    }

    @Test
    void should_draw_one_line_a_training_in_each_precision_curve() {
        Document page =
                report(
                        new MadeUpTimeSeries()
                                .unlearned(
                                        c ->
                                                c.dataset().equals("middle")
                                                        && c.training() == TrainingKind.STANDARD));
        Element chart = page.select("#s10 svg.chart").first();
        assertThat(chart.attr("aria-label")).startsWith("middle, precision (none: std.)");
        assertThat(chart.select("path.line")).hasSize(2);
        assertThat(page.select("#s10 svg.chart").get(1).select("path.line")).hasSize(3);
        assertThat(chart.select("rect.hint")).hasSize(9);
    }

    @Test
    void should_count_all_trainings_where_nothing_is_wrong() {
        Note note =
                new TrainingStates<>(new MadeUpTimeSeries().build(), new TimeSeriesView()).note();
        assertThat(note.tone()).isEqualTo(Tone.GOOD);
        assertThat(note.title()).isEqualTo("All 72 trainings count.");
    }
}
