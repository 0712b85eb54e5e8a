package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.ScoreState;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;

/** Test accuracies, those below the gate too. */
final class AccuracySection {

    private final List<FractionView> views;
    private final ScoreTable scores;
    private final double gate;

    AccuracySection(List<FractionView> views, double gate) {
        this.views = views;
        this.scores = views.get(0).scores();
        this.gate = gate;
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        ("Attributions of a network that did not learn its task say nothing on the"
                                        + " training: they count from a test accuracy of %s on. All"
                                        + " accuracies are shown here, those below the gate too.")
                                .formatted(IntervalCell.share(gate))));
        FractionView main = views.get(0);
        blocks.add(table(main));
        for (FractionView view : views) {
            if (!view.equals(main)) {
                blocks.add(new Fold("Test accuracy" + view.suffix(), List.of(table(view))));
            }
        }
        return new Section("Accuracy", blocks);
    }

    private Table table(FractionView view) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Data set"));
        for (String network : scores.networks()) {
            for (TrainingKind training : scores.trainings()) {
                columns.add(
                        TableColumn.numbers(
                                        TrainingWords.brief(training),
                                        TrainingWords.of(training) + " training")
                                .under(network));
            }
        }
        List<TableRow> rows = new ArrayList<>();
        for (FractionView.Row row : view.rows()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(row.title()));
            for (String network : scores.networks()) {
                for (TrainingKind training : scores.trainings()) {
                    cells.add(
                            view.condition(row, network, training)
                                    .map(this::cell)
                                    .orElse(TableCell.missing("not asked for")));
                }
            }
            rows.add(new TableRow(cells, false, Tone.PLAIN));
        }
        return new Table(
                "Test accuracy, mean \u00b1 half the 95 % interval over seeds" + view.suffix(),
                columns,
                rows,
                "! marks a cell of which at least one seed is below the gate. " + TrainingWords.KEY,
                true);
    }

    private TableCell cell(TimeSeriesCondition condition) {
        MeanInterval interval = MeanInterval.of(scores.testAccuracies(condition));
        List<ScoreState> states =
                scores.seeds().stream().map(seed -> scores.state(condition, seed)).toList();
        if (interval.count() == 0) {
            List<String> words = states.stream().map(ScoreState::words).distinct().toList();
            return new TableCell(
                    words.size() == 1 ? words.get(0) : "missing",
                    "",
                    String.join(", ", words),
                    Tone.MUTED);
        }
        long below = states.stream().filter(s -> s == ScoreState.GATE_NOT_PASSED).count();
        TableCell cell = IntervalCell.percent(interval, 1);
        String some = interval.missing() == 0 ? "" : ", n\u00a0=\u00a0" + interval.count();
        return below == 0
                ? new TableCell(cell.text(), cell.detail() + some, cell.hint(), cell.tone())
                : new TableCell(
                        cell.text(),
                        cell.detail() + some,
                        "%d of %d below the gate; %s"
                                .formatted(below, interval.count(), cell.hint()),
                        Tone.WARNING);
    }
}
