package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;
import org.salient4j.synthetic.BoxPosition;

class VanishingReportTest {

    private static Document report(MadeUpRun run) {
        return Jsoup.parse(ReportWriter.html(new VanishingReport().page(run.build())));
    }

    private static Element table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table '" + caption + "'"));
    }

    @Test
    void should_load_nothing_from_anywhere() {
        String html = ReportWriter.html(new VanishingReport().page(new MadeUpRun().build()));
        Document page = Jsoup.parse(html);
        assertThat(html).doesNotContain("http://").doesNotContain("https://");
        assertThat(page.select("script, link, iframe, object, embed, video, audio")).isEmpty();
        assertThat(page.select("[src]"))
                .isNotEmpty()
                .allMatch(e -> e.attr("src").startsWith("data:image/png;base64,"));
        assertThat(page.select("[href]")).allMatch(e -> e.attr("href").startsWith("#"));
        assertThat(html).doesNotContain("url(").doesNotContain("@import");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void should_be_readable_without_seeing_it() {
        Document page = report(new MadeUpRun());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("img")).allMatch(e -> e.attr("alt").length() > 20);
        assertThat(page.select("svg.chart"))
                .hasSize(3 + 6)
                .allMatch(e -> e.attr("role").equals("img") && e.attr("aria-label").length() > 20);
        assertThat(page.select(".scroll"))
                .isNotEmpty()
                .allMatch(e -> e.attr("tabindex").equals("0") && !e.attr("aria-label").isEmpty());
        assertThat(page.select("table")).allMatch(e -> !e.select("caption").isEmpty());
        for (Element link : page.select("nav a")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
    }

    @Test
    void should_show_every_position_and_training_of_every_panel() {
        Document page =
                report(new MadeUpRun().presets("one", "two").networks("lstm", "other").seeds(2));
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "The paper\u2019s claim",
                        "one \u00b7 lstm",
                        "one \u00b7 other",
                        "two \u00b7 lstm",
                        "two \u00b7 other",
                        "Missing and failed trainings",
                        "What was run");
        Element table = table(page, "Test accuracy and saliency");
        assertThat(table.select("tbody tr")).hasSize(3 * (3 + 1));
        assertThat(page.select(".pictures").first().select(".map img")).hasSize(9);
        assertThat(page.select(".pictures").first().select(".boxes .box-over")).hasSize(9);
        assertThat(page.select("svg.chart rect.hint title").first().wholeText())
                .startsWith("time step 0\nstandard: ");
        assertThat(page.text()).contains("Every one of the 72 trainings has a result.");
    }

    @Test
    void should_keep_not_learned_apart_from_vanished() {
        Document page =
                report(
                        new MadeUpRun()
                                .unlearned(
                                        c ->
                                                c.position() == BoxPosition.EARLY
                                                        && c.training() == TrainingKind.STANDARD));
        Element table = table(page, "Test accuracy and saliency");
        assertThat(table.select("tbody tr").get(0).text())
                .startsWith("Early standard ! did not learn 5 of 5 seeds 52.0");
        assertThat(table.select("tbody tr").get(0).className()).contains("tone-muted");
        assertThat(table.select("tbody tr").get(1).text()).contains("saliency vanished");
        assertThat(table(page, "The claim").select("tbody tr").get(0).text())
                .contains("undecided did not learn early (seeds 1, 2, 3, 4, 5)");
    }

    @Test
    void should_show_no_width_for_one_seed() {
        Document page = report(new MadeUpRun().seeds(1));
        assertThat(table(page, "Test accuracy and saliency").text())
                .contains("(1 seed)")
                .doesNotContain("\u00b1 0");
        assertThat(page.select("path.band")).isEmpty();
        assertThat(table(page, "The claim").select(".tone-unsure")).hasSize(6);
    }

    @Test
    void should_name_missing_and_failed_trainings() {
        Document page =
                report(
                        new MadeUpRun()
                                .missing(
                                        c ->
                                                c.position() == BoxPosition.EARLY
                                                        && c.training() == TrainingKind.STANDARD)
                                .failing(
                                        c -> c.position() == BoxPosition.LATE && c.seed() == 4,
                                        "DivergedTrainingException: made-up NaN"));
        Element missing = table(page, "Trainings without a result");
        assertThat(missing.select("tbody tr")).hasSize(5 + 3);
        assertThat(missing.text())
                .contains("not computed")
                .contains("failed: DivergedTrainingException: made-up NaN");
        assertThat(page.select(".no-picture")).isNotEmpty();
        assertThat(table(page, "Test accuracy and saliency").select("tbody tr").get(0).text())
                .contains("missing");
    }

    @Test
    void should_report_a_run_without_any_result() {
        Document page = report(new MadeUpRun().missing(c -> true));
        assertThat(page.text()).contains("45 of 45 trainings have no result");
        assertThat(page.select("svg.chart text.empty").first().text()).isEqualTo("no values");
    }

    @Test
    void should_escape_hostile_names() {
        String hostile = "<script>alert('x')</script>\" onload=\"alert(1)";
        String html =
                ReportWriter.html(
                        new VanishingReport()
                                .page(
                                        new MadeUpRun()
                                                .presets(hostile)
                                                .networks("<img src=x onerror=alert(2)>")
                                                .command("salient4j", "</pre><script>")
                                                .failing(c -> c.seed() == 1, "</td>" + hostile)
                                                .build()));
        Document page = Jsoup.parse(html);
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("[onload], [onerror]")).isEmpty();
        assertThat(page.select("img")).allMatch(e -> e.attr("src").startsWith("data:"));
        assertThat(page.select("pre").first().text()).isEqualTo("salient4j '</pre><script>'");
        assertThat(page.select("h2").eachText())
                .contains(hostile + " \u00b7 <img src=x onerror=alert(2)>");
    }

    @Test
    void should_say_how_to_repeat_it_and_what_computed_it() {
        Document page = report(new MadeUpRun());
        assertThat(page.select("pre").first().text())
                .isEqualTo("salient4j reproduce vanishing-saliency --out 'made up'");
        assertThat(table(page, "What computed").text())
                .contains("0.0.0-made-up", "CpuBackend", "Linux amd64", "2001-02-03T04:05:06Z");
        assertThat(page.text()).contains("forget-gate bias +2", "gradient norm clipped at 1");
    }

    @Test
    void should_pick_the_report_by_the_folder_of_results_and_only_read_it(@TempDir Path folder)
            throws IOException {
        List<String> remarks = new ArrayList<>();
        VanishingSaliency experiment = new VanishingSaliency(List.of("quick"), List.of("lstm"), 1);
        ResultStore<VanishingCell, VanishingResult> store = ResultStore.open(folder, experiment);
        VanishingResult result = new MadeUpRun().build().results().get(0).result();
        VanishingCell cell = experiment.cells().get(0);
        Provenance provenance = new Provenance("1", "2", "3", "4", "5", 6, 7L, null, "8");
        store.put(cell, result, 2, provenance);
        VanishingCell failed = experiment.cells().get(1);
        ArithmeticException odd = new ArithmeticException("odd");
        store.put(failed, CellFailure.of(experiment, failed, odd, List.of()));
        Path damaged = cellFile(folder, store.key(experiment.cells().get(2)));
        Files.writeString(damaged, "{\"key\":");
        Page page = ExperimentReports.page(folder, remarks::add);
        assertThat(page.subtitle()).startsWith("1 of 9 trainings: 1 combination");
        assertThat(ReportWriter.html(page)).contains("ArithmeticException: odd", "not readable: ");
        assertThat(remarks).singleElement().asString().startsWith(damaged + ": not JSON");
        assertThat(damaged).hasContent("{\"key\":");
    }

    private static Path cellFile(Path folder, CellKey key) {
        return folder.resolve("cells").resolve(key.value() + ".json");
    }

    @Test
    void should_refuse_an_experiment_without_a_report(@TempDir Path folder) {
        Json.write(
                folder.resolve("experiment.json"),
                new ExperimentCard("vanishing-salience", Json.tree(java.util.Map.of())));
        assertThatThrownBy(() -> ExperimentReports.page(folder, line -> {}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("vanishing-salience")
                .hasMessageContaining("vanishing-saliency");
    }
}
