package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.timeseries.ScoreState;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.framework.NearestName;

/** A comparison as lines of at most 100 columns, plain ASCII. */
public final class ComparisonText {
    private static final Map<String, String> BRIEF =
            Map.of("integrated-gradients", "int-grad", "gradient-shap", "grad-shap");
    private static final String LEGEND =
            "ours: mean +- half the 95 % interval over n seeds; * the paper's mean lies outside it;"
                    + " ? no interval";

    private final PaperComparison comparison;

    /**
     * @param comparison what is printed
     */
    public ComparisonText(PaperComparison comparison) {
        this.comparison = comparison;
    }

    /** What there is of the run. */
    public List<String> heading() {
        ScoreTable table = comparison.run().table();
        Map<ScoreState, Long> states =
                table.conditions().stream()
                        .filter(c -> c.process().equals(comparison.run().process()))
                        .flatMap(c -> table.seeds().stream().map(seed -> table.state(c, seed)))
                        .collect(
                                Collectors.groupingBy(
                                        state -> state, TreeMap::new, Collectors.counting()));
        String counts =
                states.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey().words())
                        .collect(Collectors.joining(", "));
        return Wrapped.lines(
                "Beside the paper: ",
                4,
                "%s series, seeds %s; trainings: %s"
                        .formatted(
                                comparison.run().process(),
                                table.seeds().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")),
                                counts));
    }

    /** The answers, table 2 and the summary. */
    public List<String> brief() {
        List<String> lines = new ArrayList<>(claims());
        lines.add("");
        lines.addAll(table(2));
        lines.add("");
        lines.addAll(summary());
        return lines;
    }

    /** Everything. */
    public List<String> all() {
        List<String> lines = new ArrayList<>(claims());
        for (int table : PaperComparison.TABLES) {
            lines.add("");
            lines.addAll(table(table));
        }
        lines.add("");
        lines.addAll(trainings());
        lines.add("");
        lines.addAll(summary());
        return lines;
    }

    /** The claims, one line for each guided training. */
    public List<String> claims() {
        List<String> lines = new ArrayList<>();
        lines.add("Claims (SGT: saliency guided training; letters: targets; numbers: sentences)");
        Claim last = null;
        for (ClaimAnswer answer : comparison.answers()) {
            if (answer.claim() != last) {
                last = answer.claim();
                lines.addAll(Wrapped.lines("(" + last.id() + ") ", 4, last.statement()));
                String remark = ClaimWords.published(last, answer.heldByPublished());
                if (!remark.isEmpty()) {
                    lines.add("    note: " + remark);
                }
            } else if (answer.contrasts() == 0) {
                continue;
            }
            lines.addAll(
                    Wrapped.lines(
                            "    %-9s%-13s"
                                    .formatted(
                                            answer.contrasts() == 0
                                                    ? ""
                                                    : TrainingWords.brief(answer.guided()),
                                            answer.outcome().words()),
                            26,
                            ClaimWords.evidence(answer)));
        }
        return lines;
    }

    /**
     * One of the paper's tables beside ours.
     *
     * @throws org.salient4j.framework.InvalidInputException if there is no such table
     */
    public List<String> table(int number) {
        requireTable(number);
        List<ComparedValue> values = comparison.table(number);
        List<String> lines = new ArrayList<>();
        lines.add(title(number) + ", paper and ours");
        lines.add(LEGEND);
        Set<String> absent = new LinkedHashSet<>();
        Map<List<String>, List<ComparedValue>> blocks =
                values.stream()
                        .collect(
                                Collectors.groupingBy(
                                        v -> head(number, v),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        blocks.forEach(
                (head, block) -> {
                    if (inRun(number, block.get(0))) {
                        lines.addAll(block(head, block, number));
                    } else {
                        absent.add(
                                number == 7 || networkInRun(block.get(0))
                                        ? head.get(0)
                                        : block.get(0).network());
                    }
                });
        if (!absent.isEmpty()) {
            lines.addAll(Wrapped.lines("not in this run: ", 4, String.join(", ", absent)));
        }
        return lines;
    }

    /** How many published numbers lie in our intervals. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        String row = "%-7s%-10s%11s%10s%14s%12s%12s";
        lines.add("Summary");
        lines.add(
                row.formatted(
                        "table",
                        "training",
                        "published",
                        "measured",
                        "paper inside",
                        "mean |diff|",
                        "same sign"));
        for (ComparisonSummary each : ComparisonSummary.all(comparison)) {
            lines.add(
                    row.formatted(
                            each.table(),
                            TrainingWords.brief(each.training()),
                            each.published(),
                            each.measured(),
                            each.decidable() == 0 ? "-" : each.inside() + " of " + each.decidable(),
                            Double.isNaN(each.meanAbsoluteDifference())
                                    ? "-"
                                    : String.format(
                                            Locale.ROOT, "%.3f", each.meanAbsoluteDifference()),
                            each.signs() == 0 ? "-" : each.sameSigns() + " of " + each.signs()));
        }
        lines.add("paper inside: the published mean lies in our 95 % interval over seeds");
        lines.add("same sign: SGT minus standard has the paper's sign");
        return lines;
    }

    /** Saliency guided against standard training over data sets. */
    public List<String> trainings() {
        List<String> lines = new ArrayList<>();
        String row = "%-17s%-10s%-22s%-6s%10s%7s%9s%9s%9s";
        lines.add("SGT minus standard training over data sets (Wilcoxon signed-rank, Holm per");
        lines.add("network and training; r: rank-biserial correlation; pairs: data sets)");
        lines.add(
                row.formatted(
                        "network", "training", "method", "", "mean", "r", "p", "p, Holm", "pairs"));
        for (TrainingComparison each :
                TrainingComparison.all(comparison.run(), PaperContrasts.METRICS)) {
            boolean none = each.difference().count() == 0;
            lines.add(
                    row.formatted(
                            each.network(),
                            TrainingWords.brief(each.guided()),
                            each.method(),
                            each.metric(),
                            none ? "missing" : Numbers.signed(each.difference().mean(), ""),
                            Double.isNaN(each.test().effectSize())
                                    ? "-"
                                    : String.format(Locale.ROOT, "%.2f", each.test().effectSize()),
                            Numbers.probability(each.test().pValue()),
                            Numbers.probability(each.holm()),
                            each.test().missing() == 0
                                    ? Integer.toString(each.test().pairs())
                                    : "%d of %d"
                                            .formatted(
                                                    each.test().pairs(),
                                                    each.test().pairs() + each.test().missing())));
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

    private boolean inRun(int number, ComparedValue value) {
        boolean dataset = comparison.run().table().datasets().contains(value.dataset());
        return number == 2 ? networkInRun(value) : dataset && (number == 7 || networkInRun(value));
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
            addTraining(lines, training, own);
        }
        return lines;
    }

    private static void addTraining(
            List<String> lines, TrainingKind training, List<ComparedValue> own) {
        String name = "  %-9s".formatted(TrainingWords.brief(training));
        lines.add(row(name + "paper", own.stream().map(ComparisonText::paper).toList()));
        lines.add(
                row("           ours n=" + counts(own), own.stream().map(Numbers::ours).toList()));
        lines.add(
                row(
                        "           difference",
                        own.stream().map(ComparisonText::difference).toList()));
        Set<String> remarks = new LinkedHashSet<>();
        for (ComparedValue value : own) {
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
                        "k: paper %s, ours %s"
                                .formatted(value.publishedFraction(), value.fraction()));
            }
        }
        remarks.forEach(remark -> lines.addAll(Wrapped.lines("           ", 15, remark)));
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
