package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Charts;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.ScatterChart;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

/** What a method's quality costs. */
final class CostSection {

    private static final String METRIC = "aup";

    private final ReportedRun<TimeSeriesCell, TimeSeriesResult> run;
    private final FractionView view;
    private final ScoreTable scores;
    private final Names names;

    CostSection(ReportedRun<TimeSeriesCell, TimeSeriesResult> run, FractionView view, Names names) {
        this.run = run;
        this.view = view;
        this.scores = view.scores();
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Up is better, left is cheaper. A method\u2019s points are the mean over data"
                                + " sets and seeds"
                                + view.suffix()
                                + " of each training; the seconds are wall time for 100 samples after"
                                + " a call that built the graphs, the median over all trainings,"
                                + " and depend on the machine and on what else it did. Model calls"
                                + " do not."));
        blocks.add(new Charts(scores.networks().stream().map(this::chart).toList(), false));
        blocks.add(table());
        return new Section("Quality against cost", blocks);
    }

    private ScatterChart chart(String network) {
        List<ScatterChart.Group> groups = new ArrayList<>();
        for (String method : scores.methods()) {
            double seconds = seconds(network, method);
            if (seconds > 0) {
                groups.add(
                        new ScatterChart.Group(
                                names.title(method), seconds, points(network, method, seconds)));
            }
        }
        return new ScatterChart(
                network,
                "seconds for 100 samples",
                Names.shown(METRIC),
                groups,
                "Diff(AUP) against seconds, a label for each method; the table below has the"
                        + " seconds.");
    }

    private List<ScatterChart.Point> points(String network, String method, double seconds) {
        List<ScatterChart.Point> points = new ArrayList<>();
        for (TrainingKind training : scores.trainings()) {
            double mean = quality(network, method, training);
            points.add(
                    new ScatterChart.Point(
                            TrainingWords.of(training),
                            training.ordinal(),
                            mean,
                            "%s, %s: %s %s, %s s"
                                    .formatted(
                                            names.title(method),
                                            TrainingWords.of(training),
                                            Names.shown(METRIC),
                                            IntervalCell.number(mean, 3),
                                            significant(seconds))));
        }
        return points;
    }

    /** Over data sets, each with the mean of its seeds. */
    private double quality(String network, String method, TrainingKind training) {
        return MeanInterval.of(
                        view.rows().stream()
                                .map(row -> view.condition(row, network, training))
                                .flatMap(Optional::stream)
                                .mapToDouble(
                                        c ->
                                                MeanInterval.of(scores.diffs(c, method, METRIC))
                                                        .mean())
                                .toArray())
                .mean();
    }

    /** The median over cells, which one that was interrupted does not move; NaN without any. */
    private double seconds(String network, String method) {
        double[] sorted =
                run.results().stream()
                        .filter(each -> each.cell().network().equals(network))
                        .mapToDouble(each -> seconds(each, method))
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        int half = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    private static double seconds(
            CellResult<TimeSeriesCell, TimeSeriesResult> result, String method) {
        Double all = result.result().seconds().methods().get(method);
        return all == null ? Double.NaN : all * 100 / result.cell().setup().test();
    }

    private Table table() {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        columns.add(TableColumn.words("Model calls a sample"));
        columns.add(TableColumn.words("Sums to f(x) \u2212 f(baseline)"));
        columns.add(TableColumn.words("Random"));
        for (String network : scores.networks()) {
            columns.add(
                    TableColumn.numbers(network, "Median over results, wall time")
                            .under("Seconds for 100 samples"));
        }
        List<TableRow> rows = new ArrayList<>();
        for (String method : scores.methods()) {
            Optional<MethodDescriptor> about = names.method(method);
            List<TableCell> cells = new ArrayList<>();
            cells.add(
                    new TableCell(
                            about.map(MethodDescriptor::title).orElse(method),
                            "",
                            about.map(MethodDescriptor::citation).orElse(""),
                            Tone.PLAIN));
            cells.add(TableCell.of(about.map(MethodDescriptor::cost).orElse("not known")));
            cells.add(TableCell.of(about.map(a -> yes(a.completeness())).orElse("not known")));
            cells.add(TableCell.of(about.map(a -> yes(a.stochastic())).orElse("not known")));
            for (String network : scores.networks()) {
                double seconds = seconds(network, method);
                cells.add(
                        Double.isNaN(seconds)
                                ? TableCell.missing("no result")
                                : TableCell.of(significant(seconds)));
            }
            rows.add(new TableRow(cells, false, Tone.PLAIN));
        }
        return new Table("What the methods cost", columns, rows, "", true);
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    /** Two digits that mean something, as plain decimals. */
    private static String significant(double value) {
        int decimals = (int) Math.max(0, 1 - Math.floor(Math.log10(value)));
        return IntervalCell.number(value, Math.min(6, decimals));
    }
}
