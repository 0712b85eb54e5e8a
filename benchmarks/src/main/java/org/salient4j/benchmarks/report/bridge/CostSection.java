package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.salient4j.benchmarks.bridge.BridgeResult;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** What each training leaves behind on each data set, and its price. */
final class CostSection {
    private final BridgeScores scores;

    CostSection(BridgeScores scores) {
        this.scores = scores;
    }

    Section section() {
        List<TableRow> rows = new ArrayList<>();
        for (String network : scores.networks()) {
            for (String dataset : scores.datasets()) {
                boolean first = true;
                for (BridgeRow row : scores.rows()) {
                    rows.add(new TableRow(cells(network, dataset, row), first, Tone.PLAIN));
                    first = false;
                }
            }
        }
        Table table =
                new Table(
                        "Every result of a training, those below the gate too",
                        List.of(
                                TableColumn.words("Network"),
                                TableColumn.words("Data set"),
                                TableColumn.words("Training"),
                                TableColumn.numbers("\u03bb_J", "Weight of the penalty"),
                                TableColumn.numbers("n", "Results, one a seed"),
                                TableColumn.numbers("Test accuracy", ""),
                                TableColumn.numbers("Training accuracy", ""),
                                TableColumn.numbers(
                                        "\u2016J\u2016\u00b2", "Mean over test samples"),
                                TableColumn.numbers(
                                        "Rank", "Lowest and highest numerical rank of J"),
                                TableColumn.numbers(
                                        "Seconds an epoch",
                                        "Median over seeds, wall time, with the planning of graphs"),
                                TableColumn.numbers("Epochs", "")),
                        rows,
                        "Mean \u00b1 half the 95 % interval over seeds.",
                        true);
        return new Section(
                "Accuracy, Jacobian and price",
                List.of(
                        new Paragraph(
                                "Two logits have a Jacobian of rank 2 at most. A softmax that sees"
                                        + " only their difference takes no rank away; logits that"
                                        + " mirror each other to a millionth would. Seconds depend on"
                                        + " the machine and on what else it did."),
                        table));
    }

    private List<TableCell> cells(String network, String dataset, BridgeRow row) {
        List<BridgeResult> results = scores.results(network, List.of(dataset), row);
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(network));
        cells.add(TableCell.of(dataset));
        cells.add(TableCell.of(row.name()));
        cells.add(TableCell.of(row.weight()));
        cells.add(TableCell.of(Integer.toString(results.size())));
        if (results.isEmpty()) {
            for (int i = 0; i < 6; i++) {
                cells.add(TableCell.missing("no result"));
            }
            return cells;
        }
        cells.add(IntervalCell.percent(interval(results, BridgeResult::testAccuracy), 1));
        cells.add(IntervalCell.percent(interval(results, BridgeResult::trainAccuracy), 1));
        cells.add(Magnitude.cell(interval(results, r -> r.jacobian().meanSquaredNorm())));
        cells.add(TableCell.of(ranks(results)));
        cells.add(TableCell.of(Magnitude.text(median(results, BridgeResult::secondsPerEpoch))));
        cells.add(TableCell.of(IntervalCell.number(median(results, BridgeResult::epochs), 0)));
        return cells;
    }

    private static String ranks(List<BridgeResult> results) {
        int lowest = results.stream().mapToInt(r -> r.jacobian().lowestRank()).min().orElseThrow();
        int highest =
                results.stream().mapToInt(r -> r.jacobian().highestRank()).max().orElseThrow();
        return lowest == highest ? Integer.toString(lowest) : lowest + "\u2013" + highest;
    }

    private static MeanInterval interval(
            List<BridgeResult> results, ToDoubleFunction<BridgeResult> value) {
        return MeanInterval.of(results.stream().mapToDouble(value).toArray());
    }

    private static double median(List<BridgeResult> results, ToDoubleFunction<BridgeResult> value) {
        double[] sorted = results.stream().mapToDouble(value).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return (sorted[half] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
