package org.salient4j.benchmarks.report.vanishing;

import java.util.List;
import org.salient4j.benchmarks.report.MissingTrainings;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;

/** The section of cells without a result. */
final class MissingSection {

    private MissingSection() {}

    static Section of(ReportedRun<VanishingCell, VanishingResult> run) {
        return MissingTrainings.section(
                run,
                List.of(
                        TableColumn.words("Preset"),
                        TableColumn.words("Network"),
                        TableColumn.words("Box"),
                        TableColumn.words("Training"),
                        TableColumn.numbers("Seed", "")),
                MissingSection::values);
    }

    private static List<TableCell> values(VanishingCell cell) {
        return List.of(
                TableCell.of(cell.preset()),
                TableCell.of(cell.network()),
                TableCell.of(Words.of(cell.position())),
                TableCell.of(Words.of(cell.training())),
                TableCell.of(Long.toString(cell.seed())));
    }
}
