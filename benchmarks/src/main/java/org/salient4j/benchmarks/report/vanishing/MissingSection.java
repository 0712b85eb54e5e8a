package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.report.Block;
import org.salient4j.benchmarks.report.Paragraph;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;

/** The section of cells without a result. */
final class MissingSection {

    private MissingSection() {}

    static Section of(ReportedRun<VanishingCell, VanishingResult> run) {
        Set<VanishingCell> done = new HashSet<>();
        run.results().forEach(result -> done.add(result.cell()));
        Map<String, CellFailure> failures = new HashMap<>();
        run.failures().forEach(failure -> failures.put(failure.key(), failure));
        Map<String, String> damaged = new HashMap<>();
        run.damaged().forEach(file -> damaged.put(file.key(), file.message()));
        List<TableRow> rows = new ArrayList<>();
        for (VanishingCell cell : run.cells()) {
            if (!done.contains(cell)) {
                String key = CellKey.of(run.card().experiment(), cell).value();
                rows.add(row(cell, failures.get(key), damaged.get(key)));
            }
        }
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
            blocks.add(table(rows));
        }
        return new Section("Missing and failed trainings", blocks);
    }

    private static TableRow row(VanishingCell cell, CellFailure failure, String damaged) {
        return TableRow.of(
                TableCell.of(cell.preset()),
                TableCell.of(cell.network()),
                TableCell.of(Words.of(cell.position())),
                TableCell.of(Words.of(cell.training())),
                TableCell.of(Long.toString(cell.seed())),
                why(failure, damaged));
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

    private static Table table(List<TableRow> rows) {
        return new Table(
                "Trainings without a result",
                List.of(
                        TableColumn.words("Preset"),
                        TableColumn.words("Network"),
                        TableColumn.words("Box"),
                        TableColumn.words("Training"),
                        TableColumn.numbers("Seed", ""),
                        TableColumn.sentences("Why")),
                rows,
                "");
    }
}
