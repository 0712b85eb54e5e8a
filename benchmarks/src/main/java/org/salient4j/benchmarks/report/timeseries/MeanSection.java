package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.ScoreTable;

/** Means over data sets: methods by networks, the trainings side by side. */
final class MeanSection {

    private final List<FractionView> views;
    private final ScoreTable scores;
    private final Names names;

    MeanSection(List<FractionView> views, Names names) {
        this.views = views;
        this.scores = views.get(0).scores();
        this.names = names;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        for (FractionView view : views) {
            List<Block> tables =
                    Names.DIFFERENCES.stream().<Block>map(metric -> table(view, metric)).toList();
            if (view.equals(views.get(0))) {
                blocks.addAll(tables);
            } else {
                blocks.add(new Fold("Means over data sets" + view.suffix(), tables));
            }
        }
        return new Section("Scores: mean over data sets", blocks);
    }

    private Table table(FractionView view, String metric) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Method"));
        for (String network : scores.networks()) {
            for (TrainingKind training : scores.trainings()) {
                columns.add(
                        TableColumn.numbers(
                                        TrainingWords.brief(training),
                                        TrainingWords.of(training) + " training")
                                .under(network));
            }
        }
        List<TableRow> rows =
                scores.methods().stream().map(method -> row(view, metric, method)).toList();
        return new Table(
                Names.shown(metric) + ", mean over data sets" + view.suffix(),
                columns,
                rows,
                "Mean \u00b1 half the 95 % interval over data sets, each with the mean of its seeds;"
                        + " only data sets that every training of the network has. Bold: the best of"
                        + " a network. "
                        + TrainingWords.KEY,
                true);
    }

    private TableRow row(FractionView view, String metric, String method) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(names.title(method)));
        for (String network : scores.networks()) {
            List<MeanInterval> means = means(view, metric, method, network);
            double best =
                    means.stream()
                            .map(MeanInterval::mean)
                            .filter(mean -> !Double.isNaN(mean))
                            .reduce((a, b) -> Names.direction(metric).isBetter(b, a) ? b : a)
                            .orElse(Double.NaN);
            for (MeanInterval mean : means) {
                cells.add(cell(mean, mean.mean() == best, view.rows().size()));
            }
        }
        return new TableRow(cells, false, Tone.PLAIN);
    }

    private static TableCell cell(MeanInterval mean, boolean best, int asked) {
        if (mean.count() == 0) {
            return TableCell.missing("no data set that every training of the network has");
        }
        TableCell cell = IntervalCell.decimal(mean, 3, "data set");
        String some =
                mean.count() == asked ? "" : ", %d\u00a0of\u00a0%d".formatted(mean.count(), asked);
        return new TableCell(
                cell.text(), cell.detail() + some, cell.hint(), best ? Tone.STRONG : Tone.PLAIN);
    }

    /** One a training, over the data sets that all of them have. */
    private List<MeanInterval> means(
            FractionView view, String metric, String method, String network) {
        List<double[]> rows = new ArrayList<>();
        for (FractionView.Row row : view.rows()) {
            double[] means =
                    scores.trainings().stream()
                            .map(training -> view.condition(row, network, training))
                            .mapToDouble(
                                    c ->
                                            c.map(
                                                            each ->
                                                                    MeanInterval.of(
                                                                                    scores.diffs(
                                                                                            each,
                                                                                            method,
                                                                                            metric))
                                                                            .mean())
                                                    .orElse(Double.NaN))
                            .toArray();
            if (DoubleStream.of(means).noneMatch(Double::isNaN)) {
                rows.add(means);
            }
        }
        List<MeanInterval> intervals = new ArrayList<>();
        for (int i = 0; i < scores.trainings().size(); i++) {
            int at = i;
            intervals.add(MeanInterval.of(rows.stream().mapToDouble(row -> row[at]).toArray()));
        }
        return intervals;
    }
}
