package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.salient4j.benchmarks.bridge.BridgeCell;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.ScoreColumns;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.framework.io.Csv;
import org.salient4j.framework.io.Json;

/** The results as text, for a terminal and for other programs. */
final class BridgeTable {
    private static final String NOTHING = "-";

    private BridgeTable() {}

    /** The main table: means over data sets and methods with half their intervals over seeds. */
    static List<String> lines(ReportedRun<BridgeCell, BridgeResult> run) {
        BridgeScores scores = new BridgeScores(run);
        List<String> lines = new ArrayList<>();
        List<String> head = new ArrayList<>();
        head.addAll(List.of("network", "training", "lambda_J", "accuracy", "|J|^2"));
        BridgeEffect.METRICS.forEach(metric -> head.add(Names.shown(metric)));
        head.add("seeds");
        lines.add(line(head));
        for (BridgeScope scope : BridgeScope.of(scores)) {
            for (BridgeRow row : scores.rows()) {
                lines.add(line(cells(scores, scope, row)));
            }
        }
        lines.add("");
        lines.add(
                "mean +- half the 95 % interval over seeds, of the data sets of which every training of a"
                        + " network counts");
        long failedGate = run.results().stream().filter(r -> !r.result().gatePassed()).count();
        if (failedGate > 0) {
            lines.add(
                    "%d of %d trainings did not learn (test accuracy below the gate): not scored"
                            .formatted(failedGate, run.results().size()));
        }
        int missing = run.cells().size() - run.results().size();
        if (missing > 0) {
            lines.add(
                    "%d of %d trainings have no result, %d of them failed"
                            .formatted(missing, run.cells().size(), run.failures().size()));
        }
        return lines;
    }

    private static List<String> cells(BridgeScores scores, BridgeScope scope, BridgeRow row) {
        List<String> cells = new ArrayList<>();
        cells.add(scope.title());
        cells.add(row.name());
        cells.add(row.training().penalised() ? row.weight() : NOTHING);
        double[] accuracies =
                Arrays.stream(scores.accuracies(scope, row)).map(share -> 100 * share).toArray();
        cells.add(mean(MeanInterval.of(accuracies), "%.1f"));
        MeanInterval norm = MeanInterval.of(scores.jacobians(scope, row));
        cells.add(norm.count() == 0 ? NOTHING : Magnitude.text(norm.mean()));
        int seeds = 0;
        for (String metric : BridgeEffect.METRICS) {
            MeanInterval mean = MeanInterval.of(scores.scores(scope, row, metric));
            cells.add(mean(mean, Names.difference(metric) ? "%+.3f" : "%.3f"));
            seeds = Math.max(seeds, mean.count());
        }
        cells.add(Integer.toString(seeds));
        return cells;
    }

    private static String mean(MeanInterval mean, String form) {
        if (mean.count() == 0) {
            return NOTHING;
        }
        String text = String.format(Locale.ROOT, form, mean.mean());
        return mean.isDefined()
                ? text
                        + " +-"
                        + String.format(
                                Locale.ROOT,
                                form.replace("+", ""),
                                (mean.upper() - mean.lower()) / 2)
                : text;
    }

    private static String line(List<String> cells) {
        return "%-16s%-18s%8s%14s%9s%16s%16s%14s%14s%14s%6s"
                .formatted(cells.toArray())
                .stripTrailing();
    }

    /** One row a training and method; a value that does not exist is empty. */
    static String csv(ReportedRun<BridgeCell, BridgeResult> run) {
        ScoreColumns scores =
                new ScoreColumns(
                        run.results().stream()
                                .flatMap(r -> r.result().methods().values().stream()));
        List<String> header =
                new ArrayList<>(
                        List.of(
                                "dataset",
                                "process",
                                "network",
                                "training",
                                "masked_fraction",
                                "penalty",
                                "seed",
                                "train_accuracy",
                                "validation_accuracy",
                                "test_accuracy",
                                "gate_passed",
                                "epochs",
                                "updates",
                                "stopped",
                                "jacobian_squared_norm",
                                "rank_lowest",
                                "rank_median",
                                "rank_highest",
                                "method"));
        header.addAll(scores.heads());
        header.add("key");
        StringBuilder csv = new StringBuilder(Csv.line(header));
        for (CellResult<BridgeCell, BridgeResult> result : run.results()) {
            result.result()
                    .methods()
                    .forEach((name, m) -> csv.append(Csv.line(row(result, name, m, scores))));
        }
        return csv.toString();
    }

    private static List<String> row(
            CellResult<BridgeCell, BridgeResult> result,
            String method,
            MethodResult measured,
            ScoreColumns scores) {
        BridgeCell cell = result.cell();
        BridgeResult training = result.result();
        List<String> values =
                new ArrayList<>(
                        List.of(
                                cell.dataset(),
                                cell.setup().process(),
                                cell.network(),
                                Json.tree(cell.training()).asText(),
                                Double.toString(cell.maskedFraction()),
                                Double.toString(cell.penalty()),
                                Long.toString(cell.seed()),
                                Double.toString(training.trainAccuracy()),
                                Double.toString(training.validationAccuracy()),
                                Double.toString(training.testAccuracy()),
                                Boolean.toString(training.gatePassed()),
                                Integer.toString(training.epochs()),
                                Long.toString(training.updates()),
                                Json.tree(training.stopped()).asText(),
                                Double.toString(training.jacobian().meanSquaredNorm()),
                                Integer.toString(training.jacobian().lowestRank()),
                                Double.toString(training.jacobian().medianRank()),
                                Integer.toString(training.jacobian().highestRank()),
                                method));
        values.addAll(scores.values(measured));
        values.add(result.key());
        return values;
    }
}
