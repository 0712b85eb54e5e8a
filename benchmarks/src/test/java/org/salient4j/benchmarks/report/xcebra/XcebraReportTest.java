package org.salient4j.benchmarks.report.xcebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.report.Page;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;
import org.salient4j.benchmarks.xcebra.Xcebra;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;
import org.salient4j.framework.Provenance;

class XcebraReportTest {

    private static Document report(MadeUpXcebra run) {
        return Jsoup.parse(ReportWriter.html(new XcebraReport().page(run.build())));
    }

    private static Element table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table '" + caption + "'"));
    }

    @Test
    void should_be_readable_without_seeing_it_and_load_nothing() {
        Document page = report(new MadeUpXcebra().lambdas(0.0, 0.1, 1.0));
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("img")).isNotEmpty().allMatch(e -> e.attr("alt").length() > 20);
        assertThat(page.select("[src]")).allMatch(e -> e.attr("src").startsWith("data:image/png;"));
        assertThat(page.select("svg.chart"))
                .isNotEmpty()
                .allMatch(e -> e.attr("role").equals("img") && e.attr("aria-label").length() > 20);
        assertThat(page.select(".scroll, .many"))
                .allMatch(e -> e.attr("tabindex").equals("0") && !e.attr("aria-label").isEmpty());
        assertThat(page.select("table")).allMatch(e -> !e.select("caption").isEmpty());
        for (Element link : page.select("nav a")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
    }

    @Test
    void should_show_truth_and_map_of_every_training_and_method() {
        Document page = report(new MadeUpXcebra());
        List<Element> grids = page.select(".pictures");
        assertThat(grids).hasSize(3);
        assertThat(grids.get(0).closest("details")).isNull();
        assertThat(grids.get(1).closest("details")).isNotNull();
        assertThat(grids.get(0).select(".picture-row")).hasSize(5);
        assertThat(grids.get(0).select(".map img")).hasSize(5 * 9);
        assertThat(grids.get(0).select(".map img").first().attr("alt"))
                .isEqualTo("Truth of drawn-1: which of 6 latents drive which of 50 neurons");
        Element map = grids.get(0).select(".map img").get(1);
        assertThat(map.attr("width") + " x " + map.attr("height")).isEqualTo("50 x 6");
        assertThat(map.attr("alt"))
                .startsWith("Inverted neuron gradient of drawn-1, contrastive, \u03bb = 0: mean");
        assertThat(page.select(".box-key")).isEmpty();
    }

    @Test
    void should_draw_a_bar_a_recording_with_its_interval() {
        Document page = report(new MadeUpXcebra());
        List<Element> charts = page.select("svg.bars");
        assertThat(charts).hasSize(5);
        Element first = charts.get(0);
        assertThat(first.select("rect.bar")).hasSize(8 * 3);
        assertThat(first.select("path.whisker")).hasSize(7 * 3);
        assertThat(first.select("path.tick")).hasSize(8);
        assertThat(first.select("circle.ring")).hasSize(8);
        assertThat(first.select("line.reference")).hasSize(1);
        assertThat(page.select(".legend").first().text())
                .contains(
                        "95 % interval over explained samples",
                        "mean over recordings", "0.5: a map of random numbers");
        assertThat(report(new MadeUpXcebra().recordings("a")).select("path.tick")).isEmpty();
    }

    @Test
    void should_say_where_scores_disagree() {
        Document page =
                report(
                        new MadeUpXcebra()
                                .recordings("a", "b", "c", "d", "e")
                                .scores(
                                        (cell, method) ->
                                                0.8
                                                        + 0.002 * Math.sin(3 * cell.seed())
                                                        + (cell.lambda() > 0
                                                                ? 0.1 + 0.001 * cell.seed()
                                                                : 0)
                                                        + (method.equals(MapMethods.INVERTED)
                                                                ? -0.01 - 0.001 * cell.seed()
                                                                : 0)));
        assertThat(page.select(".note.tone-good").text())
                .contains(
                        "The penalty raises the neuron gradient and the inverted neuron gradient:"
                                + " held.");
        assertThat(page.select(".note.tone-bad").text())
                .contains("beats every other attribution method: not held.")
                .contains("beats a linear regression: not held.");
        Element table = table(page, "The claims by three scores");
        assertThat(table.select("tbody tr")).hasSize(3);
        assertThat(table.select("td.tone-good")).hasSize(3);
        assertThat(table.select("td.tone-bad")).hasSize(6);
        assertThat(table(page, "Differences in auROC").select("tbody tr")).hasSize(3 * (2 + 6 + 1));
    }

    @Test
    void should_show_the_regression_as_a_line_of_its_own_beside_all_scores() {
        Document page = report(new MadeUpXcebra());
        Element table = table(page, "Contrastive, \u03bb = 0.1: auROC");
        assertThat(table.select("thead th").eachText())
                .containsExactly("Method", "pooled", "mixed rows", "within rows", "row-normalised");
        Element last = table.select("tbody tr").last();
        assertThat(last.select("th").text()).isEqualTo("Linear regression");
        assertThat(last.className()).contains("group");
    }

    @Test
    void should_draw_a_sweep_of_more_than_two_weights() {
        Document page = report(new MadeUpXcebra().lambdas(0.0, 0.01, 0.1));
        assertThat(page.select("h2").eachText()).contains("Weight of the penalty");
        Element chart = page.select("svg.chart:not(.bars)").first();
        assertThat(chart.select("path.line")).hasSize(2);
        assertThat(chart.select("text.x-tick").eachText()).containsExactly("0", "0.01", "0.1");
        assertThat(page.select("summary").eachText()).contains("Other weights of the penalty");
        assertThat(report(new MadeUpXcebra()).select("h2").eachText())
                .doesNotContain("Weight of the penalty");
    }

    @Test
    void should_draw_no_score_above_its_range_where_two_recordings_make_bands_wide() {
        Document page =
                report(
                        new MadeUpXcebra()
                                .recordings("a", "b")
                                .lambdas(0.0, 0.01, 0.1)
                                .scores((cell, method) -> cell.seed() == 1 ? 0.6 : 0.99));
        for (Element chart : page.select("svg.chart:not(.bars)")) {
            if (!chart.attr("aria-label").startsWith("Squared norm")) {
                assertThat(chart.select("text.y-tick").eachText())
                        .allMatch(tick -> Double.parseDouble(tick) <= 1);
            }
        }
    }

    @Test
    void should_mark_encoders_that_do_not_hold_the_latents_or_lie_on_the_clip() {
        Document page =
                report(
                        new MadeUpXcebra()
                                .trainings(EncoderTraining.CONTRASTIVE)
                                .r2(cell -> cell.seed() == 2 && cell.lambda() > 0 ? 0.6 : 0.98));
        assertThat(page.select(".note.tone-warning").text())
                .contains("Not every encoder holds the latents.")
                .contains("contrastive, \u03bb = 0.1: drawn-2");
        Element held = table(page, "What the embeddings hold");
        assertThat(held.select("tr:contains(0.1) td.tone-warning")).hasSize(1);
        assertThat(held.select("tbody tr").first().select("td.tone-warning")).isEmpty();
        Element jacobians = table(page, "Jacobians and training");
        assertThat(jacobians.select("tbody tr").first().select("td.tone-warning").text())
                .startsWith("! 2.00");
        assertThat(jacobians.text()).contains("6 5 to 6");
    }

    @Test
    void should_show_no_width_for_one_recording() {
        Document page = report(new MadeUpXcebra().recordings("seed0").lambdas(0.1));
        assertThat(table(page, "Pooled auROC, mean").text())
                .contains("(1 recording)")
                .doesNotContain("\u00b1\u00a00");
        assertThat(page.select(".note.tone-muted").text()).contains("not measured");
        assertThat(page.text()).contains("score of a method\u2019s map of seed0");
    }

    @Test
    void should_name_missing_and_failed_trainings() {
        Document page =
                report(
                        new MadeUpXcebra()
                                .missing(cell -> cell.training() == EncoderTraining.SUPERVISED)
                                .failing(
                                        cell -> cell.seed() == 1 && cell.lambda() > 0,
                                        "DivergedTrainingException: made-up NaN"));
        Element missing = table(page, "Trainings without a result");
        // The failing ones are a supervised and a contrastive one.
        assertThat(missing.select("tbody tr")).hasSize(6 + 1);
        assertThat(missing.text())
                .contains("not computed")
                .contains("failed: DivergedTrainingException: made-up NaN");
        assertThat(page.select(".no-picture")).isNotEmpty();
        assertThat(page.select(".note.tone-warning").text())
                .contains("7 of 15 encoders have no result.");
        assertThat(table(page, "Pooled auROC, mean").select("thead").text())
                .contains("\u03bb = 0.1 (n = 2 of 3)", "\u03bb = 0.1 (n = 0 of 3)");
    }

    @Test
    void should_report_a_run_without_any_result() {
        Document page = report(new MadeUpXcebra().missing(cell -> true));
        assertThat(page.text())
                .contains("15 of 15 trainings have no result", "No result has maps.")
                .contains("15 of 15 encoders have no result.");
        assertThat(page.select("svg.bars")).isEmpty();
    }

    @Test
    void should_escape_hostile_names() {
        String hostile = "<script>alert('x')</script>\" onload=\"alert(1)";
        Document page =
                report(
                        new MadeUpXcebra()
                                .recordings(hostile, "b")
                                .file("</dd>" + hostile)
                                .command("salient4j", "</pre><script>")
                                .failing(cell -> cell.seed() == 2, "</td>" + hostile));
        // The page's own sorts tables.
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("[onload]")).isEmpty();
        assertThat(page.select("pre").first().text()).isEqualTo("salient4j '</pre><script>'");
    }

    @Test
    void should_say_how_to_repeat_it_and_what_was_read() {
        Document page = report(new MadeUpXcebra().recordings("seed0").file("data/seed0.csv"));
        assertThat(page.select("pre").first().text())
                .isEqualTo("salient4j reproduce xcebra --out 'made up'");
        assertThat(page.text())
                .contains("seed0: data/seed0.csv, SHA-256 0123abc")
                .contains("1500 steps of 256 samples, Adam");
        assertThat(report(new MadeUpXcebra()).text())
                .contains("4000 samples of 3 + 3 latents and 25 + 25 neurons");
    }

    @Test
    void should_pick_the_report_by_the_folder_of_results(@TempDir Path folder) throws IOException {
        Xcebra experiment =
                new Xcebra(
                        List.of(),
                        1,
                        List.of(EncoderTraining.CONTRASTIVE),
                        List.of(0.0, 0.1),
                        true,
                        Map.of());
        ResultStore<XcebraCell, XcebraResult> store = ResultStore.open(folder, experiment);
        XcebraResult result = new MadeUpXcebra().build().results().get(0).result();
        Provenance provenance = new Provenance("1", "2", "3", "4", "5", 6, 7L, null, "8");
        store.put(experiment.cells().get(0), result, 2, provenance);
        XcebraCell failed = experiment.cells().get(1);
        ArithmeticException odd = new ArithmeticException("odd");
        store.put(failed, CellFailure.of(experiment, failed, odd, List.of()));
        List<String> remarks = new ArrayList<>();
        Page page = ExperimentReports.page(folder, remarks::add);
        assertThat(remarks).isEmpty();
        assertThat(page.subtitle()).startsWith("1 of 2 trainings: 1 recording, 8 attribution");
        assertThat(ReportWriter.html(page)).contains("ArithmeticException: odd");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("experiment.json", "cells");
        }
    }
}
