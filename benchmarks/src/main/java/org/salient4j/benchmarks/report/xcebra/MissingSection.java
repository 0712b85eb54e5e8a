package org.salient4j.benchmarks.report.xcebra;

import java.util.List;
import org.salient4j.benchmarks.report.MissingTrainings;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Section;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.xcebra.XcebraCell;
import org.salient4j.benchmarks.xcebra.XcebraResult;

/** The section of cells without a result. */
final class MissingSection {

    private MissingSection() {}

    static Section of(ReportedRun<XcebraCell, XcebraResult> run) {
        return MissingTrainings.section(
                run,
                List.of(
                        TableColumn.words("Recording"),
                        TableColumn.words("Training"),
                        TableColumn.numbers("\u03bb", "Weight of the penalty")),
                MissingSection::values);
    }

    private static List<TableCell> values(XcebraCell cell) {
        return List.of(
                TableCell.of(cell.data()),
                TableCell.of(Words.of(cell.training())),
                TableCell.of(Words.lambda(cell.lambda())));
    }
}
