package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.measurement.MethodResult;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.ScoreColumns;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.io.Csv;
import org.salient4j.framework.io.Json;

/** The results as text, for a terminal and for other programs. */
final class TimeSeriesTable {
    private static final String ROW = "%-20s%-17s%-13s%5s  %-9s%-22s%9s%9s%8s";

    private TimeSeriesTable() {}

    /** Mean Diff(AUP) and Diff(AUR) of every data set, network, training and method. */
    static List<String> lines(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        List<String> lines = new ArrayList<>();
        lines.add(
                ROW.formatted(
                        "data set",
                        "network",
                        "training",
                        "k",
                        "accuracy",
                        "method",
                        "Diff(AUP)",
                        "Diff(AUR)",
                        "n"));
        groups(run).forEach((head, results) -> addGroup(lines, head, results));
        long failedGate = run.results().stream().filter(r -> !r.result().gatePassed()).count();
        if (failedGate > 0) {
            lines.add("");
            lines.add(
                    "%d of %d trainings did not learn (test accuracy below the gate): not scored"
                            .formatted(failedGate, run.results().size()));
        }
        int missing = run.cells().size() - run.results().size();
        if (missing > 0) {
            lines.add("");
            lines.add(
                    "%d of %d trainings have no result, %d of them failed"
                            .formatted(missing, run.cells().size(), run.failures().size()));
        }
        return lines;
    }

    /** One row a training and method; a value that does not exist is empty. */
    static String csv(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
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
                                "seed",
                                "train_accuracy",
                                "validation_accuracy",
                                "test_accuracy",
                                "gate_passed",
                                "epochs",
                                "updates",
                                "stopped",
                                "method"));
        header.addAll(scores.heads());
        header.add("key");
        StringBuilder csv = new StringBuilder(Csv.line(header));
        for (CellResult<TimeSeriesCell, TimeSeriesResult> result : run.results()) {
            result.result()
                    .methods()
                    .forEach((name, m) -> csv.append(Csv.line(row(result, name, m, scores))));
        }
        return csv.toString();
    }

    private static List<String> row(
            CellResult<TimeSeriesCell, TimeSeriesResult> result,
            String method,
            MethodResult measured,
            ScoreColumns scores) {
        TimeSeriesCell cell = result.cell();
        TimeSeriesResult training = result.result();
        List<String> values =
                new ArrayList<>(
                        List.of(
                                cell.dataset(),
                                cell.process(),
                                cell.network(),
                                Json.tree(cell.training()).asText(),
                                Double.toString(cell.maskedFraction()),
                                Long.toString(cell.seed()),
                                Double.toString(training.trainAccuracy()),
                                Double.toString(training.validationAccuracy()),
                                Double.toString(training.testAccuracy()),
                                Boolean.toString(training.gatePassed()),
                                Integer.toString(training.epochs()),
                                Long.toString(training.updates()),
                                Json.tree(training.stopped()).asText(),
                                method));
        values.addAll(scores.values(measured));
        values.add(result.key());
        return values;
    }

    private static Map<List<String>, List<TimeSeriesResult>> groups(
            ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        Map<List<String>, List<TimeSeriesResult>> groups = new LinkedHashMap<>();
        boolean one = run.cells().stream().map(TimeSeriesCell::process).distinct().count() == 1;
        for (CellResult<TimeSeriesCell, TimeSeriesResult> result : run.results()) {
            TimeSeriesCell cell = result.cell();
            groups.computeIfAbsent(
                            List.of(
                                    one ? cell.dataset() : cell.dataset() + ", " + cell.process(),
                                    cell.network(),
                                    brief(cell.training()),
                                    cell.training().saliencyGuided()
                                            ? Double.toString(cell.maskedFraction())
                                            : ""),
                            head -> new ArrayList<>())
                    .add(result.result());
        }
        return groups;
    }

    private static void addGroup(
            List<String> lines, List<String> head, List<TimeSeriesResult> results) {
        double accuracy =
                results.stream().mapToDouble(TimeSeriesResult::testAccuracy).average().orElse(0);
        List<TimeSeriesResult> learned =
                results.stream().filter(TimeSeriesResult::gatePassed).toList();
        for (String method : results.get(0).methods().keySet()) {
            lines.add(
                    ROW.formatted(
                            head.get(0),
                            head.get(1),
                            head.get(2),
                            head.get(3),
                            String.format(Locale.ROOT, "%.1f %%", 100 * accuracy),
                            method,
                            diff(learned, method, "aup"),
                            diff(learned, method, "aur"),
                            learned.size() == results.size()
                                    ? learned.size()
                                    : learned.size() + " of " + results.size()));
        }
    }

    private static String diff(List<TimeSeriesResult> results, String method, String metric) {
        double[] values =
                results.stream()
                        .filter(r -> r.methods().containsKey(method)) // some may refuse
                        .map(r -> r.methods().get(method).scores().get(metric))
                        .mapToDouble(s -> s.mean() == null ? Double.NaN : s.mean() - s.random())
                        .toArray();
        double mean = MeanInterval.of(values).mean();
        return Double.isNaN(mean) ? "-" : String.format(Locale.ROOT, "%+.3f", mean);
    }

    private static String brief(TrainingKind training) {
        return switch (training) {
            case STANDARD -> "standard";
            case SALIENCY_GUIDED_ABSOLUTE -> "SGT absolute";
            case SALIENCY_GUIDED_SIGNED -> "SGT signed";
        };
    }
}
