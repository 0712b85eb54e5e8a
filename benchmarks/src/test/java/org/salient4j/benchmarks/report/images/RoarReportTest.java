package org.salient4j.benchmarks.report.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.images.ImageSource;
import org.salient4j.benchmarks.images.Roar;
import org.salient4j.benchmarks.images.RoarCell;
import org.salient4j.benchmarks.images.RoarResult;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.Seed;

class RoarReportTest {

    private static ReportedRun<RoarCell, RoarResult> run() {
        Roar experiment = Roar.quick(ImageSource.mnist(), "mnist-cnn");
        List<RoarCell> cells = experiment.cells();
        List<CellResult<RoarCell, RoarResult>> results =
                cells.subList(0, 11).stream()
                        .map(
                                cell ->
                                        new CellResult<>(
                                                CellKey.of(Roar.NAME, cell).value(),
                                                Roar.NAME,
                                                cell,
                                                new RoarResult(
                                                        0.95 - 0.01 * cell.tenths(),
                                                        Map.of("mean", 0.95 - 0.1 * cell.tenths()),
                                                        2000,
                                                        500,
                                                        4,
                                                        10),
                                                10,
                                                Provenance.now(Seed.of(1), List.of("salient4j"))))
                        .toList();
        return new ReportedRun<>(
                ExperimentCard.of(experiment), cells, results, List.of(), List.of());
    }

    @Test
    void should_set_retrained_beside_kept() {
        List<String> lines = new RoarReport().lines(run());
        assertThat(lines)
                .anyMatch(l -> l.matches(" +0 +10 +30 +50 +70 +90"))
                .anyMatch(
                        l ->
                                l.matches(
                                        "standard, gradient, kept, image mean \\(OOD\\) +95\\.0"
                                                + " +85\\.0 +65\\.0 +45\\.0 +25\\.0 +5\\.0"))
                .anyMatch(
                        l ->
                                l.matches(
                                        "standard, random, retrained \\(ROAR\\) +95\\.0 +94\\.0"
                                                + " +92\\.0 +90\\.0 +88\\.0 +-"))
                .contains("1 of 12 networks have no result, 0 of them failed");
        Document page = Jsoup.parse(ReportWriter.html(new RoarReport().page(run())));
        assertThat(page.select("svg.chart")).hasSize(2);
        assertThat(page.select("header, .subtitle").text()).contains("mnist, mnist-cnn");
        assertThat(page.select("caption").eachText())
                .contains(
                        "mnist, mnist-cnn: test accuracy by share of removed pixels, mean over"
                                + " seeds");
        assertThat(page.text()).contains("Standard training", "1 of 12 trainings have no result");
        assertThat(new RoarReport().csv(run()).lines()).hasSize(1 + 11 * 2);
    }
}
