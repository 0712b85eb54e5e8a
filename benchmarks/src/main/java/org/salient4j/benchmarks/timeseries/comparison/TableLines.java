package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.framework.NearestName;

/** One of the paper's tables beside ours as lines of text. */
final class TableLines {
    private static final Map<String, String> BRIEF =
            Map.of("integrated-gradients", "int-grad", "gradient-shap", "grad-shap");
    private static final String LEGEND =
            "ours: mean +- half the 95 % interval over n seeds; * the paper's mean lies outside it;"
                    + " ? one seed";

    private static final String SAME_DATASETS =
            "paper 8-11: the paper on the same data sets as ours, the mean of its tables 8 to 11,"
                    + " since table 2 is over all ten";

    private final PaperComparison comparison;

    TableLines(PaperComparison comparison) {
        this.comparison = comparison;
    }

    /**
     * One of the paper's tables beside ours.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is no such table
     */
    List<String> lines(int number) {
        requireTable(number);
        List<String> lines = new ArrayList<>();
        lines.add(title(number) + ", paper and ours");
        lines.add(LEGEND);
        if (number == 2) {
            lines.addAll(Wrapped.lines("", 4, SAME_DATASETS));
        }
        Set<String> absent = new LinkedHashSet<>();
        List<ComparedValue> values = new ArrayList<>();
        for (ComparedValue value : comparison.table(number)) {
            if (networkInRun(value)) {
                values.add(value);
            } else {
                absent.add(value.network());
            }
        }
        Map<List<String>, List<ComparedValue>> blocks =
                values.stream()
                        .collect(
                                Collectors.groupingBy(
                                        v -> head(number, v),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        blocks.forEach(
                (head, block) -> {
                    if (number == 2 || datasets().contains(head.get(0))) {
                        lines.addAll(block(head, block, number));
                    } else {
                        absent.add(head.get(0));
                    }
                });
        if (!absent.isEmpty()) {
            lines.addAll(Wrapped.lines("not in this run: ", 4, String.join(", ", absent)));
        }
        return lines;
    }

    private static void requireTable(int number) {
        if (!PaperComparison.TABLES.contains(number)) {
            List<String> known = PaperComparison.TABLES.stream().map(String::valueOf).toList();
            throw NearestName.unknown("table", Integer.toString(number), known);
        }
    }

    private static String title(int number) {
        return switch (number) {
            case 2 -> "Table 2: Diff(AUP) and Diff(AUR), means over data sets";
            case 7 -> "Table 7: test accuracy in %";
            default ->
                    "Table %d: Diff(AUP) and Diff(AUR), %s"
                            .formatted(number, TimeSeries.NETWORKS.get(number - 8));
        };
    }

    /** What a block is of. */
    private static List<String> head(int number, ComparedValue value) {
        return switch (number) {
            case 2 -> List.of(value.network(), value.metric());
            case 7 -> List.of(value.dataset());
            default -> List.of(value.dataset(), value.metric());
        };
    }

    private List<String> datasets() {
        return comparison.run().table().datasets();
    }

    private boolean networkInRun(ComparedValue value) {
        return comparison.run().table().networks().contains(value.network());
    }

    private List<String> block(List<String> head, List<ComparedValue> values, int number) {
        Function<ComparedValue, String> column =
                number == 7 ? ComparedValue::network : ComparedValue::method;
        List<String> columns = values.stream().map(column).distinct().toList();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                row(
                        head.get(0)
                                + (number == 7 ? "" : " " + head.get(1).toUpperCase(Locale.ROOT)),
                        columns.stream().map(c -> BRIEF.getOrDefault(c, c) + " ").toList()));
        for (TrainingKind training : comparison.run().table().trainings()) {
            List<ComparedValue> own =
                    values.stream().filter(v -> v.training() == training).toList();
            addTraining(lines, training, own, column);
        }
        return lines;
    }

    private static void addTraining(
            List<String> lines,
            TrainingKind training,
            List<ComparedValue> own,
            Function<ComparedValue, String> column) {
        String name = "  %-9s".formatted(TrainingWords.word(training));
        boolean recomputed = own.stream().anyMatch(ComparedValue::isPublishedRecomputed);
        lines.add(
                row(
                        name + (recomputed ? "paper 8-11" : "paper"),
                        own.stream().map(TableLines::paper).toList()));
        lines.add(
                row("           ours n=" + counts(own), own.stream().map(Numbers::ours).toList()));
        lines.add(row("           difference", own.stream().map(TableLines::difference).toList()));
        Map<String, List<String>> remarks = new LinkedHashMap<>();
        for (ComparedValue value : own) {
            for (String remark : remarks(value)) {
                remarks.computeIfAbsent(remark, r -> new ArrayList<>()).add(column.apply(value));
            }
        }
        remarks.forEach(
                (remark, columns) -> {
                    String of =
                            columns.size() == own.size() ? "" : String.join(", ", columns) + ": ";
                    lines.addAll(Wrapped.lines("           ", 15, of + remark));
                });
    }

    private static List<String> remarks(ComparedValue value) {
        List<String> remarks = new ArrayList<>();
        if (value.dataset().equals(PublishedTables.MEAN) && value.isMeasured()) {
            remarks.add(
                    "mean over %d of %d data sets: %s"
                            .formatted(
                                    value.datasets().size(),
                                    TimeSeries.DATASETS.size(),
                                    String.join(", ", value.datasets())));
        } else if (!value.why().isEmpty()) {
            remarks.add("missing: " + value.why());
        }
        if (value.fraction() != value.publishedFraction() && !Double.isNaN(value.fraction())) {
            remarks.add(
                    "k: paper %s, ours %s".formatted(value.publishedFraction(), value.fraction()));
        }
        return remarks;
    }

    private static String paper(ComparedValue value) {
        return Double.isNaN(value.published())
                ? "- "
                : Numbers.published(value.published(), value.metric()) + " ";
    }

    private static String difference(ComparedValue value) {
        return value.isMeasured()
                ? Numbers.signed(value.difference(), value.metric()) + " "
                : "missing ";
    }

    private static String counts(List<ComparedValue> values) {
        int least = values.stream().mapToInt(v -> v.ours().count()).min().orElse(0);
        int most = values.stream().mapToInt(v -> v.ours().count()).max().orElse(0);
        return least == most ? Integer.toString(least) : least + "-" + most;
    }

    private static String row(String label, List<String> cells) {
        StringBuilder row = new StringBuilder("%-22s".formatted(label));
        int width = cells.size() > 4 ? 13 : 17;
        cells.forEach(cell -> row.append(("%" + width + "s").formatted(cell)));
        return row.toString().stripTrailing();
    }
}
