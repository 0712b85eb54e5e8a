package org.salient4j.benchmarks.report.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.RoarCell;
import org.salient4j.benchmarks.images.RoarResult;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Line;
import org.salient4j.benchmarks.report.LineChart;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** Accuracy over removed pixels, with and without retraining. */
final class RoarCurves {
    private static final String RETRAINED = "retrained (ROAR)";

    private final ReportedRun<RoarCell, RoarResult> run;
    private final List<Integer> levels;

    /** Values by training and method, by curve, by level. */
    private final Map<ImageTraining, Map<String, Map<String, Map<Integer, List<Double>>>>> values =
            new LinkedHashMap<>();

    RoarCurves(ReportedRun<RoarCell, RoarResult> run) {
        this.run = run;
        this.levels =
                List.copyOf(new TreeSet<>(run.cells().stream().map(RoarCell::tenths).toList()));
        run.cells().forEach(cell -> of(cell.training(), cell.method()));
        for (CellResult<RoarCell, RoarResult> each : run.results()) {
            RoarCell cell = each.cell();
            Map<String, Map<Integer, List<Double>>> curves = of(cell.training(), cell.method());
            each.result()
                    .kept()
                    .forEach((name, accuracy) -> add(curves, kept(name), cell, accuracy));
            add(curves, RETRAINED, cell, each.result().retrained());
        }
    }

    private Map<String, Map<Integer, List<Double>>> of(ImageTraining training, String method) {
        return values.computeIfAbsent(training, t -> new LinkedHashMap<>())
                .computeIfAbsent(method, m -> new LinkedHashMap<>());
    }

    private static void add(
            Map<String, Map<Integer, List<Double>>> curves,
            String name,
            RoarCell cell,
            double accuracy) {
        curves.computeIfAbsent(name, n -> new LinkedHashMap<>())
                .computeIfAbsent(cell.tenths(), level -> new ArrayList<>())
                .add(accuracy);
    }

    /** Data and network: all cells of a run have the same. */
    static String of(ReportedRun<RoarCell, RoarResult> run) {
        return run.cells().stream()
                .findFirst()
                .map(cell -> cell.data().name() + ", " + cell.network())
                .orElse("");
    }

    private static String kept(String replacement) {
        return "kept, " + ImageWords.replacement(replacement);
    }

    private MeanInterval mean(Map<Integer, List<Double>> curve, int level) {
        return MeanInterval.of(
                curve.getOrDefault(level, List.of()).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** For a terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("test accuracy in %, by removed pixels in %: " + of(run));
        lines.add(
                "%-52s".formatted("")
                        + levels.stream()
                                .map(level -> "%6d".formatted(10 * level))
                                .collect(Collectors.joining()));
        values.forEach(
                (training, byMethod) ->
                        byMethod.forEach(
                                (method, curves) ->
                                        curves.forEach(
                                                (name, curve) ->
                                                        lines.add(
                                                                line(
                                                                        training, method, name,
                                                                        curve)))));
        int missing = run.cells().size() - run.results().size();
        if (missing > 0) {
            lines.add(
                    "%d of %d networks have no result, %d of them failed"
                            .formatted(missing, run.cells().size(), run.failures().size()));
        }
        return lines;
    }

    private String line(
            ImageTraining training, String method, String name, Map<Integer, List<Double>> curve) {
        return "%-52s".formatted("%s, %s, %s".formatted(training.words(), method, name))
                + levels.stream()
                        .map(
                                level -> {
                                    double mean = mean(curve, level).mean();
                                    return Double.isNaN(mean)
                                            ? "%6s".formatted("-")
                                            : String.format(Locale.ROOT, "%6.1f", 100 * mean);
                                })
                        .collect(Collectors.joining());
    }

    /** For a page. */
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(
                new Section(
                        "What is measured",
                        List.of(
                                new Paragraph(
                                        "The most salient pixels are taken from every training and"
                                                + " test image. Kept: the network that was explained"
                                                + " classifies what is left. Retrained: a fresh network"
                                                + " is trained on what is left, so that it knows images"
                                                + " with holes; what it still gets right, the remaining"
                                                + " pixels tell. Holes of a ranking by the true class"
                                                + " may themselves tell the class."))));
        values.forEach(
                (training, byMethod) -> {
                    List<LineChart> charts = new ArrayList<>();
                    byMethod.forEach((method, curves) -> charts.add(chart(method, curves)));
                    sections.add(
                            new Section(
                                    ImageWords.capital(training.words()) + " training",
                                    List.of(new Charts(charts, false), table(byMethod))));
                });
        return sections;
    }

    private LineChart chart(String method, Map<String, Map<Integer, List<Double>>> curves) {
        List<Line> lines = new ArrayList<>();
        curves.forEach(
                (name, curve) ->
                        lines.add(
                                ImageLines.line(
                                        name,
                                        lines.size(),
                                        levels.stream()
                                                .map(level -> mean(curve, level))
                                                .toArray(MeanInterval[]::new))));
        return new LineChart(
                ImageWords.method(method, Map.of()),
                "removed pixels, %",
                "test accuracy",
                levels.stream().mapToDouble(level -> 10 * level).toArray(),
                lines,
                null,
                null,
                true,
                "Accuracy over removed pixels, kept and retrained; numbers are in the table.");
    }

    private Table table(Map<String, Map<String, Map<Integer, List<Double>>>> byMethod) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        columns.add(TableColumn.words("Network"));
        levels.forEach(level -> columns.add(TableColumn.numbers(10 * level + "\u00a0%", "")));
        List<TableRow> rows = new ArrayList<>();
        byMethod.forEach(
                (method, curves) -> {
                    boolean[] first = {!rows.isEmpty()};
                    curves.forEach(
                            (name, curve) -> {
                                List<TableCell> cells = new ArrayList<>();
                                cells.add(TableCell.of(ImageWords.method(method, Map.of())));
                                cells.add(TableCell.of(name));
                                levels.forEach(
                                        level ->
                                                cells.add(
                                                        IntervalCell.percent(
                                                                mean(curve, level), 1)));
                                rows.add(new TableRow(cells, first[0], Tone.PLAIN));
                                first[0] = false;
                            });
                });
        return new Table(
                of(run) + ": test accuracy by share of removed pixels, mean over seeds",
                columns,
                rows,
                "");
    }
}
