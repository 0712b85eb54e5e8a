package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.comparison.ComparedValue;
import org.salient4j.benchmarks.timeseries.comparison.PaperComparison;

/** One of the paper's tables beside ours. */
final class PublishedTable {
    private final PaperComparison comparison;

    PublishedTable(PaperComparison comparison) {
        this.comparison = comparison;
    }

    Table of(int number) {
        Map<List<String>, List<ComparedValue>> groups =
                comparison.table(number).stream()
                        .filter(this::asked)
                        .collect(
                                Collectors.groupingBy(
                                        v ->
                                                List.of(
                                                        number == 2 || number == 7
                                                                ? v.network()
                                                                : v.dataset(),
                                                        number == 7 ? v.dataset() : v.method(),
                                                        v.metric()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<TrainingKind> trainings = comparison.run().table().trainings();
        boolean recomputed =
                groups.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(ComparedValue::isPublishedRecomputed);
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words(number == 2 || number == 7 ? "Network" : "Data set"));
        columns.add(TableColumn.words(number == 7 ? "Data set" : "Method"));
        columns.add(TableColumn.words("Metric"));
        for (TrainingKind training : trainings) {
            String name = TrainingWords.word(training);
            columns.add(
                    recomputed
                            ? TableColumn.numbers(
                                    "Paper 8\u201311, " + name,
                                    "Same data sets (tables 8\u201311): mean of tables 8 to 11 over those of ours")
                            : TableColumn.numbers("Paper, " + name, "Published mean of 5 runs"));
            columns.add(TableColumn.numbers("Ours, " + name, "Mean and 95 % interval over seeds"));
            columns.add(TableColumn.numbers("Difference", "Ours minus the paper\u2019s"));
        }
        List<TableRow> rows = new ArrayList<>();
        String[] above = {""};
        groups.forEach(
                (head, values) -> {
                    List<TableCell> cells = new ArrayList<>();
                    cells.add(TableCell.of(head.get(0)));
                    cells.add(TableCell.of(head.get(1)));
                    cells.add(TableCell.of(metric(head.get(2))));
                    for (TrainingKind training : trainings) {
                        cells.addAll(cells(values, training));
                    }
                    rows.add(new TableRow(cells, !above[0].equals(head.get(0)), Tone.PLAIN));
                    above[0] = head.get(0);
                });
        return new Table(caption(number), columns, rows, footnote(number));
    }

    private boolean asked(ComparedValue value) {
        return comparison.run().table().networks().contains(value.network())
                && (value.table() == 2
                        || comparison.run().table().datasets().contains(value.dataset()));
    }

    private static List<TableCell> cells(List<ComparedValue> values, TrainingKind training) {
        ComparedValue value =
                values.stream().filter(v -> v.training() == training).findFirst().orElseThrow();
        boolean accuracy = value.method().isEmpty();
        String over = value.table() == 2 ? String.join(", ", value.datasets()) : value.why();
        if (!value.isMeasured()) {
            TableCell missing = TableCell.missing(value.why());
            return List.of(paper(value, accuracy), missing, missing);
        }
        TableCell ours =
                accuracy
                        ? IntervalCell.percent(value.ours(), 1)
                        : IntervalCell.decimal(value.ours(), 3);
        String hint = ours.hint() + (over.isEmpty() ? "" : "; " + over);
        String difference =
                accuracy
                        ? IntervalCell.number(100 * value.difference(), 1)
                        : IntervalCell.number(value.difference(), 3);
        Tone tone =
                !value.isDecidable()
                        ? Tone.UNSURE
                        : value.holdsPublished() ? Tone.PLAIN : Tone.STRONG;
        return List.of(
                paper(value, accuracy),
                new TableCell(ours.text(), ours.detail(), hint, Tone.PLAIN),
                TableCell.marked(tone, difference));
    }

    private static TableCell paper(ComparedValue value, boolean accuracy) {
        if (Double.isNaN(value.published())) {
            return TableCell.missing("no data set to take its mean over");
        }
        return TableCell.of(
                accuracy
                        ? IntervalCell.number(100 * value.published(), 0) + "\u00a0%"
                        : IntervalCell.number(value.published(), 3));
    }

    private static String metric(String name) {
        return name.equals("accuracy") ? "accuracy" : "Diff(" + name.toUpperCase(Locale.ROOT) + ")";
    }

    private static String caption(int number) {
        return switch (number) {
            case 2 -> "Table 2: means over data sets";
            case 7 -> "Table 7: test accuracies";
            default -> "Table %d: %s".formatted(number, TimeSeries.NETWORKS.get(number - 8));
        };
    }

    private static String footnote(int number) {
        String outside =
                "Bold: the published mean lies outside our interval. \u201c?\u201d: one seed, no"
                        + " interval.";
        return number == 2
                ? outside
                        + " Both means are over the data sets that a pointer resting on ours names; where"
                        + " these are not all ten, the paper\u2019s is of the same data sets (tables"
                        + " 8\u201311), not read from table 2."
                : outside;
    }
}
