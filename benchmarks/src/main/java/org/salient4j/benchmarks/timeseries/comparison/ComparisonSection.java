package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.timeseries.TimeSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;

/** The part of a report that stands a run beside the paper. */
public final class ComparisonSection {
    private static final String TITLE = "Beside the paper";

    private final PaperComparison comparison;

    private ComparisonSection(PaperComparison comparison) {
        this.comparison = comparison;
    }

    /** Claims, table 2, and the other tables to be opened; says so if nothing is comparable. */
    public static Section of(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        boolean comparable =
                run.cells().stream()
                        .anyMatch(
                                c ->
                                        c.process().equals(ComparedRun.PUBLISHED_PROCESS)
                                                && TimeSeries.NETWORKS.contains(c.network())
                                                && TimeSeries.DATASETS.contains(c.dataset()));
        if (!comparable) {
            return new Section(
                    TITLE,
                    List.of(
                            new Note(
                                    Tone.MUTED,
                                    "Nothing to compare.",
                                    "The paper\u2019s tables are of Gaussian series, four networks"
                                            + " and ten data sets; this run has none of these"
                                            + " together.")));
        }
        return new ComparisonSection(PaperComparison.of(run)).section();
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Paragraph(
                        "Published means of 5 runs (Ismail et al., NeurIPS 2021) beside ours. They"
                                + " carry no spread; \u201cinside\u201d says that the published mean"
                                + " lies in our 95 % interval over seeds. The paper does not say"
                                + " whether it masks the lowest signed gradients or the lowest"
                                + " magnitudes, so both of our guided trainings stand beside its"
                                + " one."));
        blocks.add(claims());
        blocks.add(new Paragraph(rules()));
        blocks.add(table(2));
        for (int number : PaperComparison.TABLES) {
            if (number != 2 && comparison.table(number).stream().anyMatch(v -> v.isMeasured())) {
                Table table = table(number);
                blocks.add(new Fold(table.caption(), List.of(table)));
            }
        }
        return new Section(TITLE, blocks);
    }

    private Table claims() {
        List<TableRow> rows = new ArrayList<>();
        Claim last = null;
        for (ClaimAnswer answer : comparison.answers()) {
            boolean first = answer.claim() != last;
            last = answer.claim();
            if (answer.contrasts() == 0 && !first) {
                continue;
            }
            String remark = ClaimWords.published(last, answer.heldByPublished());
            rows.add(
                    new TableRow(
                            List.of(
                                    new TableCell(
                                            last.id(), "", "from: " + last.source(), Tone.PLAIN),
                                    TableCell.of(
                                            first ? last.statement() : "", first ? remark : ""),
                                    TableCell.of(
                                            answer.contrasts() == 0
                                                    ? ""
                                                    : TrainingWords.brief(answer.guided())),
                                    TableCell.marked(
                                            answer.outcome().tone(), answer.outcome().words()),
                                    new TableCell(
                                            ClaimWords.evidence(answer),
                                            "",
                                            String.join(", ", answer.datasets()),
                                            Tone.PLAIN)),
                            first,
                            Tone.PLAIN));
        }
        return new Table(
                "What the paper claims of time series",
                List.of(
                        new TableColumn("", "Letters: targets; numbers: sentences", false, false),
                        TableColumn.sentences("Claim"),
                        new TableColumn("SGT", "Which gradients are masked", false, false),
                        TableColumn.words("Answer"),
                        TableColumn.sentences("Evidence")),
                rows,
                "SGT: saliency guided training.");
    }

    private static String rules() {
        return "A claim has one or several parts, each a mean over data sets of differences paired"
                + " by seed. It is held if the 95 % interval over seeds of every part lies wholly on"
                + " the claimed side, not held if that of any part lies wholly on the other at the"
                + " level 1 \u2212 0.05/m for m parts, and undecided otherwise: so with fewer than two"
                + " seeds, and where parts are missing. The part shown is the one that decides, or is"
                + " weakest.";
    }

    private Table table(int number) {
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
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words(number == 2 || number == 7 ? "Network" : "Data set"));
        columns.add(TableColumn.words(number == 7 ? "Data set" : "Method"));
        columns.add(TableColumn.words("Metric"));
        for (TrainingKind training : trainings) {
            String name = TrainingWords.brief(training);
            columns.add(TableColumn.numbers("Paper, " + name, "Published mean of 5 runs"));
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
                "Bold: the published mean lies outside our interval. \u201c?\u201d: one value, no"
                        + " interval.";
        return number == 2
                ? outside
                        + " Both means are over the data sets that a pointer resting on ours names."
                : outside;
    }
}
