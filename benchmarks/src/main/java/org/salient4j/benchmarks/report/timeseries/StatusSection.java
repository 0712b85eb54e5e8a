package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Fold;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Note;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingProtocol;
import org.salient4j.benchmarks.report.TrainingWords;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.training.DivergedTrainingException;

/** Which trainings count, and why the others do not. */
final class StatusSection {

    /** More rows than this are folded away. */
    private static final int SHOWN = 12;

    private enum Status {
        COUNTED("counted"),
        NOT_LEARNED("did not learn"),
        DIVERGED("diverged"),
        FAILED("failed"),
        UNREADABLE("not readable"),
        NOT_RUN("not run");

        private final String words;

        Status(String words) {
            this.words = words;
        }
    }

    private final ReportedRun<TimeSeriesCell, TimeSeriesResult> run;
    private final Map<TimeSeriesCell, TimeSeriesResult> results = new HashMap<>();
    private final Map<String, CellFailure> failures = new HashMap<>();
    private final Map<String, String> damaged = new HashMap<>();
    private final Map<Status, Integer> counts = new EnumMap<>(Status.class);

    StatusSection(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        this.run = run;
        for (CellResult<TimeSeriesCell, TimeSeriesResult> each : run.results()) {
            results.put(each.cell(), each.result());
        }
        run.failures().forEach(failure -> failures.put(failure.key(), failure));
        run.damaged().forEach(file -> damaged.put(file.key(), file.message()));
        for (TimeSeriesCell cell : run.cells()) {
            counts.merge(status(cell), 1, Integer::sum);
        }
    }

    /** How many count, for the beginning of the page. */
    Note note() {
        int all = run.cells().size();
        int counted = counts.getOrDefault(Status.COUNTED, 0);
        if (counted == all) {
            return new Note(
                    Tone.GOOD,
                    "All %d trainings count.".formatted(all),
                    "Every one has a result and a test accuracy of at least %s."
                            .formatted(AccuracySection.percent(gate())));
        }
        List<String> others = new ArrayList<>();
        for (Status status : Status.values()) {
            if (status != Status.COUNTED && counts.containsKey(status)) {
                others.add(counts.get(status) + " " + status.words);
            }
        }
        return new Note(
                Tone.WARNING,
                "%d of %d trainings count.".formatted(counted, all),
                "The others are left out of every statement, never taken as 0: "
                        + String.join(", ", others)
                        + ".");
    }

    private double gate() {
        return run.cells().isEmpty() ? 0 : run.cells().get(0).setup().gate();
    }

    Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(overview());
        List<TableRow> rows = new ArrayList<>();
        for (TimeSeriesCell cell : run.cells()) {
            if (status(cell) != Status.COUNTED) {
                rows.add(row(cell));
            }
        }
        if (!rows.isEmpty()) {
            Table table = table(rows);
            blocks.add(
                    rows.size() <= SHOWN
                            ? table
                            : new Fold(
                                    "Each of the %d trainings that do not count"
                                            .formatted(rows.size()),
                                    List.of(table)));
        }
        List<TableRow> refused = refused();
        if (!refused.isEmpty()) {
            blocks.add(
                    new Table(
                            "Methods that were not measured",
                            List.of(
                                    TableColumn.words("Network"),
                                    TableColumn.words("Method"),
                                    TableColumn.sentences("Why")),
                            refused,
                            "Tried on the untrained network; the other methods were measured.",
                            true));
        }
        return new Section("Which trainings count", blocks);
    }

    /** A row for each network, method and reason. */
    private List<TableRow> refused() {
        Set<List<String>> distinct = new LinkedHashSet<>();
        for (CellResult<TimeSeriesCell, TimeSeriesResult> each : run.results()) {
            each.result()
                    .refused()
                    .forEach(
                            (method, reason) ->
                                    distinct.add(List.of(each.cell().network(), method, reason)));
        }
        return distinct.stream()
                .map(
                        texts ->
                                TableRow.of(
                                        TableCell.of(texts.get(0)),
                                        TableCell.of(texts.get(1)),
                                        TableCell.marked(Tone.WARNING, texts.get(2))))
                .toList();
    }

    private Status status(TimeSeriesCell cell) {
        TimeSeriesResult result = results.get(cell);
        if (result != null) {
            return result.gatePassed() ? Status.COUNTED : Status.NOT_LEARNED;
        }
        CellFailure failure = failure(cell);
        if (failure == null) {
            return unreadable(cell) == null ? Status.NOT_RUN : Status.UNREADABLE;
        }
        String diverged = DivergedTrainingException.class.getSimpleName();
        return failure.error().startsWith(diverged) ? Status.DIVERGED : Status.FAILED;
    }

    private CellFailure failure(TimeSeriesCell cell) {
        return found(failures, cell);
    }

    private String unreadable(TimeSeriesCell cell) {
        return found(damaged, cell);
    }

    private <T> T found(Map<String, T> byKey, TimeSeriesCell cell) {
        // Keys are digests of long texts: they are only made where something may be found by them.
        return byKey.isEmpty()
                ? null
                : byKey.get(CellKey.of(run.card().experiment(), cell).value());
    }

    private Table overview() {
        Map<List<String>, Map<Status, Integer>> groups = new LinkedHashMap<>();
        for (TimeSeriesCell cell : run.cells()) {
            groups.computeIfAbsent(
                            List.of(cell.network(), TrainingWords.of(cell.training())),
                            key -> new EnumMap<>(Status.class))
                    .merge(status(cell), 1, Integer::sum);
        }
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Network"));
        columns.add(TableColumn.words("Training"));
        columns.add(TableColumn.numbers("asked for", "Data sets times seeds, and times k"));
        for (Status status : Status.values()) {
            columns.add(TableColumn.numbers(status.words, ""));
        }
        List<TableRow> rows = new ArrayList<>();
        groups.forEach(
                (key, group) -> {
                    List<TableCell> cells = new ArrayList<>();
                    key.forEach(text -> cells.add(TableCell.of(text)));
                    int all = group.values().stream().mapToInt(Integer::intValue).sum();
                    cells.add(TableCell.of(Integer.toString(all)));
                    for (Status status : Status.values()) {
                        int count = group.getOrDefault(status, 0);
                        cells.add(
                                count > 0 && status != Status.COUNTED
                                        ? TableCell.marked(Tone.WARNING, Integer.toString(count))
                                        : TableCell.of(Integer.toString(count)));
                    }
                    rows.add(new TableRow(cells, false, Tone.PLAIN));
                });
        return new Table("Trainings by network and training", columns, rows, "", true);
    }

    private TableRow row(TimeSeriesCell cell) {
        return TableRow.of(
                TableCell.of(cell.dataset()),
                TableCell.of(cell.process()),
                TableCell.of(cell.network()),
                TableCell.of(TrainingWords.of(cell.training())),
                TableCell.of(
                        cell.training().saliencyGuided()
                                ? TrainingProtocol.number(cell.maskedFraction())
                                : "\u2013"),
                TableCell.of(Long.toString(cell.seed())),
                why(cell));
    }

    private TableCell why(TimeSeriesCell cell) {
        Status status = status(cell);
        return switch (status) {
            case UNREADABLE -> TableCell.marked(Tone.BAD, status.words + ": " + unreadable(cell));
            case NOT_RUN -> TableCell.marked(Tone.MUTED, status.words);
            case NOT_LEARNED ->
                    TableCell.marked(
                            Tone.WARNING,
                            "did not learn: test accuracy %s, training accuracy %s"
                                    .formatted(
                                            accuracy(results.get(cell).testAccuracy()),
                                            accuracy(results.get(cell).trainAccuracy())));
            default -> TableCell.marked(Tone.BAD, status.words + ": " + failure(cell).error());
        };
    }

    private static String accuracy(double share) {
        return IntervalCell.number(100 * share, 1) + "\u00a0%";
    }

    private static Table table(List<TableRow> rows) {
        return new Table(
                "Trainings that do not count",
                List.of(
                        TableColumn.words("Data set"),
                        TableColumn.words("Process"),
                        TableColumn.words("Network"),
                        TableColumn.words("Training"),
                        TableColumn.numbers("k", "Masked fraction"),
                        TableColumn.numbers("Seed", ""),
                        TableColumn.sentences("Why")),
                rows,
                "Running the experiment again on the same folder computes those without a result.",
                true);
    }
}
