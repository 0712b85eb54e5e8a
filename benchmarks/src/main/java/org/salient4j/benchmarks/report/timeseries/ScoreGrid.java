package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.Score;
import org.salient4j.benchmarks.timeseries.ScoreTable;

/** One metric of one network: data sets by methods, the trainings side by side. */
final class ScoreGrid {

    private final FractionView view;
    private final ScoreTable scores;
    private final Names names;
    private final String network;
    private final String metric;

    ScoreGrid(FractionView view, Names names, String network, String metric) {
        this.view = view;
        this.scores = view.scores();
        this.names = names;
        this.network = network;
        this.metric = metric;
    }

    Table table() {
        boolean chance = !Names.difference(metric);
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Data set"));
        if (chance) {
            columns.add(TableColumn.numbers("random", "Expected of uniformly random scores"));
        }
        for (String method : scores.methods()) {
            for (TrainingKind training : scores.trainings()) {
                columns.add(
                        TableColumn.numbers(
                                        TrainingWords.brief(training),
                                        names.title(method)
                                                + ", "
                                                + TrainingWords.of(training)
                                                + " training")
                                .under(names.title(method)));
            }
        }
        List<TableRow> rows = view.rows().stream().map(row -> row(row, chance)).toList();
        String better = Names.direction(metric) == Direction.HIGHER ? "Higher" : "Lower";
        return new Table(
                network + ": " + Names.shown(metric) + view.suffix(),
                columns,
                rows,
                better
                        + " is better. Mean \u00b1 half the 95 % interval over seeds; bold: the best of"
                        + " a row."
                        + Names.metric(metric).map(about -> " " + about.caveat()).orElse("")
                        + " "
                        + TrainingWords.KEY,
                true);
    }

    private TableRow row(FractionView.Row row, boolean chance) {
        List<Optional<ScoreCell>> cells = new ArrayList<>();
        for (String method : scores.methods()) {
            for (TrainingKind training : scores.trainings()) {
                cells.add(
                        view.condition(row, network, training)
                                .map(
                                        c ->
                                                new ScoreCell(
                                                        scores.scores(c, method, metric),
                                                        Names.difference(metric))));
            }
        }
        double best = best(cells.stream().flatMap(Optional::stream).map(ScoreCell::rounded));
        List<TableCell> texts = new ArrayList<>();
        texts.add(TableCell.of(row.title()));
        if (chance) {
            texts.add(random(cells.stream().flatMap(Optional::stream).toList()));
        }
        for (Optional<ScoreCell> cell : cells) {
            texts.add(
                    cell.map(each -> each.cell(each.rounded() == best))
                            .orElse(TableCell.missing("not asked for")));
        }
        return new TableRow(texts, false, Tone.PLAIN);
    }

    private double best(Stream<Double> means) {
        Direction direction = Names.direction(metric);
        return means.filter(mean -> !Double.isNaN(mean))
                .reduce((a, b) -> direction.isBetter(b, a) ? b : a)
                .orElse(Double.NaN);
    }

    /** The truth of the samples decides it; it differs a little between seeds. */
    private static TableCell random(List<ScoreCell> cells) {
        double[] values =
                cells.stream()
                        .flatMap(cell -> cell.scores().stream())
                        .flatMapToDouble(ScoreGrid::random)
                        .toArray();
        MeanInterval mean = MeanInterval.of(values);
        return mean.count() == 0
                ? TableCell.of("\u2013")
                : TableCell.marked(Tone.MUTED, IntervalCell.number(mean.mean(), 3));
    }

    private static DoubleStream random(Score score) {
        double expected = score.value() - score.diff();
        return Double.isNaN(expected) ? DoubleStream.empty() : DoubleStream.of(expected);
    }
}
