package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingStates;
import org.salient4j.benchmarks.report.TrainingStatus;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** The trainings, one below the other, under the same measures. */
final class RowTable {
    private static final int DECIMALS = 3;

    private final ReportedRun<BridgeCell, BridgeResult> run;
    private final BridgeScores scores;
    private final TrainingStates<BridgeCell, BridgeResult> states;

    RowTable(
            ReportedRun<BridgeCell, BridgeResult> run,
            BridgeScores scores,
            TrainingStates<BridgeCell, BridgeResult> states) {
        this.run = run;
        this.scores = scores;
        this.states = states;
    }

    /**
     * The table.
     *
     * @param caption what it shows
     * @param scopes groups of rows
     * @param metrics columns behind accuracy and ‖J‖²
     */
    Table of(String caption, List<BridgeScope> scopes, List<String> metrics) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Network"));
        columns.add(TableColumn.words("Training"));
        columns.add(TableColumn.numbers("\u03bb_J", "Weight of the penalty on the Jacobian"));
        columns.add(TableColumn.numbers("Test accuracy", "Those below the gate too"));
        columns.add(
                TableColumn.numbers(
                        "\u2016J\u2016\u00b2",
                        "Squared Frobenius norm of the logits\u2019 Jacobian, mean over test"
                                + " samples"));
        metrics.forEach(metric -> columns.add(TableColumn.numbers(Names.shown(metric), "")));
        List<TableRow> rows = new ArrayList<>();
        for (BridgeScope scope : scopes) {
            addRows(rows, scope, metrics);
        }
        int all = scopes.get(scopes.size() - 1).datasets().size() * scores.seeds().size();
        String pairs =
                scopes.stream()
                        .filter(scope -> scope.networks().size() == 1)
                        .map(scope -> scope.title() + " " + scores.pairs(scope))
                        .collect(Collectors.joining(", "));
        return new Table(
                caption,
                columns,
                rows,
                "Mean \u00b1 half the 95 % interval over seeds. Scores and \u2016J\u2016\u00b2 of a"
                        + " network are those of the data sets and seeds of which every training"
                        + " counts (of "
                        + all
                        + ": "
                        + pairs
                        + "). Bold: the best of a network.",
                true);
    }

    private void addRows(List<TableRow> rows, BridgeScope scope, List<String> metrics) {
        List<Double> best = new ArrayList<>();
        for (String metric : metrics) {
            best.add(
                    scores.rows().stream()
                            .map(row -> rounded(interval(scope, row, metric)))
                            .filter(mean -> !Double.isNaN(mean))
                            .reduce((a, b) -> Names.direction(metric).isBetter(b, a) ? b : a)
                            .orElse(Double.NaN));
        }
        boolean first = true;
        for (BridgeRow row : scores.rows()) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(scope.title()));
            cells.add(TableCell.of(row.name()));
            cells.add(TableCell.of(row.weight()));
            MeanInterval accuracy = MeanInterval.of(scores.accuracies(scope, row));
            cells.add(
                    accuracy.count() == 0
                            ? missing(scope, row)
                            : IntervalCell.percent(accuracy, 1));
            MeanInterval norm = MeanInterval.of(scores.jacobians(scope, row));
            cells.add(norm.count() == 0 ? missing(scope, row) : Magnitude.cell(norm));
            for (int i = 0; i < metrics.size(); i++) {
                MeanInterval mean = interval(scope, row, metrics.get(i));
                cells.add(
                        mean.count() == 0
                                ? missing(scope, row)
                                : cell(mean, rounded(mean) == best.get(i)));
            }
            rows.add(new TableRow(cells, first, Tone.PLAIN));
            first = false;
        }
    }

    private MeanInterval interval(BridgeScope scope, BridgeRow row, String metric) {
        return MeanInterval.of(scores.scores(scope, row, metric));
    }

    /** As it is shown, so that equal texts are equal numbers. */
    private static double rounded(MeanInterval mean) {
        return mean.count() == 0 ? Double.NaN : Math.round(mean.mean() * 1000) / 1000d;
    }

    private static TableCell cell(MeanInterval mean, boolean best) {
        TableCell cell = IntervalCell.decimal(mean, DECIMALS);
        String some = mean.missing() == 0 ? "" : ", n\u00a0=\u00a0" + mean.count();
        return new TableCell(
                cell.text(), cell.detail() + some, cell.hint(), best ? Tone.STRONG : Tone.PLAIN);
    }

    /** For instance {@code did not learn}, or {@code missing} with how many came out how. */
    private TableCell missing(BridgeScope scope, BridgeRow row) {
        Map<TrainingStatus, Integer> counts = new TreeMap<>();
        for (BridgeCell cell : run.cells()) {
            if (scope.networks().contains(cell.network())
                    && scope.datasets().contains(cell.dataset())
                    && BridgeRow.of(cell).equals(row)) {
                counts.merge(states.of(cell), 1, Integer::sum);
            }
        }
        String words =
                counts.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey().words())
                        .collect(Collectors.joining(", "));
        boolean one = counts.size() == 1 && !counts.containsKey(TrainingStatus.COUNTED);
        return one
                ? new TableCell(counts.keySet().iterator().next().words(), "", words, Tone.MUTED)
                : TableCell.missing(
                        words + "; no data set and seed of which every training counts");
    }
}
