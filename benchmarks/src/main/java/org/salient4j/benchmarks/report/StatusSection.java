package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which trainings count, and why the others do not.
 *
 * @param <C> a cell
 * @param <R> a result
 */
public final class StatusSection<C extends Record, R> {

    /** More rows than this are folded away. */
    private static final int SHOWN = 12;

    private final ReportedRun<C, R> run;
    private final TrainingView<C, R> view;
    private final TrainingStates<C, R> states;

    /**
     * @param run what there is
     * @param view how to read it
     */
    public StatusSection(ReportedRun<C, R> run, TrainingView<C, R> view) {
        this.run = run;
        this.view = view;
        this.states = new TrainingStates<>(run, view);
    }

    /** How each training came out. */
    public TrainingStates<C, R> states() {
        return states;
    }

    /** The section. */
    public Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(overview());
        List<TableRow> rows = new ArrayList<>();
        for (C cell : run.cells()) {
            if (states.of(cell) != TrainingStatus.COUNTED) {
                List<TableCell> cells = new ArrayList<>(view.described(cell));
                cells.add(states.why(cell));
                rows.add(new TableRow(cells, false, Tone.PLAIN));
            }
        }
        if (!rows.isEmpty()) {
            Table table = uncounted(rows);
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
        run.results()
                .forEach(
                        each ->
                                view.refused(each.result())
                                        .forEach(
                                                (method, reason) ->
                                                        distinct.add(
                                                                List.of(
                                                                        view.network(each.cell()),
                                                                        method,
                                                                        reason))));
        return distinct.stream()
                .map(
                        texts ->
                                TableRow.of(
                                        TableCell.of(texts.get(0)),
                                        TableCell.of(texts.get(1)),
                                        TableCell.marked(Tone.WARNING, texts.get(2))))
                .toList();
    }

    private Table overview() {
        Map<List<String>, Map<TrainingStatus, Integer>> groups = new LinkedHashMap<>();
        for (C cell : run.cells()) {
            groups.computeIfAbsent(
                            List.of(view.network(cell), view.training(cell)),
                            key -> new EnumMap<>(TrainingStatus.class))
                    .merge(states.of(cell), 1, Integer::sum);
        }
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.words("Network"));
        columns.add(TableColumn.words("Training"));
        columns.add(TableColumn.numbers("asked for", "Data sets times seeds, and times settings"));
        for (TrainingStatus status : TrainingStatus.values()) {
            columns.add(TableColumn.numbers(status.words(), ""));
        }
        List<TableRow> rows = new ArrayList<>();
        groups.forEach(
                (key, group) -> {
                    List<TableCell> cells = new ArrayList<>();
                    key.forEach(text -> cells.add(TableCell.of(text)));
                    int all = group.values().stream().mapToInt(Integer::intValue).sum();
                    cells.add(TableCell.of(Integer.toString(all)));
                    for (TrainingStatus status : TrainingStatus.values()) {
                        int count = group.getOrDefault(status, 0);
                        cells.add(
                                count > 0 && status != TrainingStatus.COUNTED
                                        ? TableCell.marked(Tone.WARNING, Integer.toString(count))
                                        : TableCell.of(Integer.toString(count)));
                    }
                    rows.add(new TableRow(cells, false, Tone.PLAIN));
                });
        return new Table("Trainings by network and training", columns, rows, "", true);
    }

    private Table uncounted(List<TableRow> rows) {
        List<TableColumn> columns = new ArrayList<>(view.columns());
        columns.add(TableColumn.sentences("Why"));
        return new Table(
                "Trainings that do not count",
                columns,
                rows,
                run.cells().stream().map(states::of).anyMatch(StatusSection::lacksResult)
                        ? "Running the experiment again on the same folder computes those without a"
                                + " result."
                        : "",
                true);
    }

    private static boolean lacksResult(TrainingStatus status) {
        return status != TrainingStatus.COUNTED && status != TrainingStatus.NOT_LEARNED;
    }
}
