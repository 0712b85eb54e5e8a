package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;

/** The section of cells without a result, and why they have none. */
public final class MissingTrainings {

    private MissingTrainings() {}

    /**
     * The section; it says so if nothing is missing.
     *
     * @param run what there is
     * @param columns what tells cells apart
     * @param values of a cell in these columns
     */
    public static <C extends Record> Section section(
            ReportedRun<C, ?> run, List<TableColumn> columns, Function<C, List<TableCell>> values) {
        List<TableRow> rows = rows(run, values);
        List<Block> blocks = new ArrayList<>();
        if (rows.isEmpty()) {
            blocks.add(
                    new Paragraph(
                            "Every one of the %d trainings has a result."
                                    .formatted(run.cells().size())));
        } else {
            blocks.add(
                    new Paragraph(
                            ("%d of %d trainings have no result. Running the experiment again on the"
                                            + " same folder computes only these.")
                                    .formatted(rows.size(), run.cells().size())));
            List<TableColumn> all = new ArrayList<>(columns);
            all.add(TableColumn.sentences("Why"));
            blocks.add(new Table("Trainings without a result", all, rows, ""));
        }
        return new Section("Missing and failed trainings", blocks);
    }

    private static <C extends Record> List<TableRow> rows(
            ReportedRun<C, ?> run, Function<C, List<TableCell>> values) {
        Set<C> done = new HashSet<>();
        run.results().forEach(result -> done.add(result.cell()));
        Map<String, CellFailure> failures = new HashMap<>();
        run.failures().forEach(failure -> failures.put(failure.key(), failure));
        Map<String, String> damaged = new HashMap<>();
        run.damaged().forEach(file -> damaged.put(file.key(), file.message()));
        List<TableRow> rows = new ArrayList<>();
        for (C cell : run.cells()) {
            if (!done.contains(cell)) {
                String key = CellKey.of(run.card().experiment(), cell).value();
                List<TableCell> cells = new ArrayList<>(values.apply(cell));
                cells.add(why(failures.get(key), damaged.get(key)));
                rows.add(new TableRow(cells, false, Tone.PLAIN));
            }
        }
        return rows;
    }

    private static TableCell why(CellFailure failure, String damaged) {
        if (failure != null) {
            return new TableCell(
                    "failed: " + failure.error(),
                    failure.provenance() == null ? "" : failure.provenance().time(),
                    "",
                    Tone.BAD);
        }
        return damaged == null
                ? TableCell.marked(Tone.MUTED, "not computed")
                : TableCell.marked(Tone.BAD, "not readable: " + damaged);
    }
}
