package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Tone;
import org.salient4j.benchmarks.report.TrainingWords;

/** Saliency guided minus standard training, the mean over methods, tested. */
final class EffectTable {

    private EffectTable() {}

    static Table of(List<GuidedEffect> effects) {
        List<TableRow> rows = new ArrayList<>();
        for (GuidedEffect effect : effects) {
            List<TableCell> cells = new ArrayList<>();
            cells.add(TableCell.of(effect.network()));
            cells.add(TableCell.of(TrainingWords.of(effect.guided())));
            cells.add(TableCell.of(Names.shown(effect.metric())));
            cells.add(TableCell.marked(effect.direction().tone(), effect.direction().words()));
            cells.add(
                    effect.difference().count() == 0
                            ? TableCell.missing("no pair of which both trainings count")
                            : IntervalCell.decimal(effect.difference(), 3, effect.unit()));
            cells.add(TableCell.of(effect.difference().count() + " " + effect.unit()));
            cells.addAll(TestCells.of(effect.test(), effect.holm()));
            rows.add(new TableRow(cells, false, Tone.PLAIN));
        }
        return new Table(
                "Saliency guided minus standard training, mean over methods",
                List.of(
                        TableColumn.words("Network"),
                        TableColumn.words("Training"),
                        TableColumn.words("Metric"),
                        TableColumn.words("Found"),
                        TableColumn.numbers("Difference", "Mean and half its 95 % interval"),
                        TableColumn.numbers("Pairs", ""),
                        TableColumn.numbers("p, Holm", "Wilcoxon, corrected over this table"),
                        TableColumn.numbers("p", "Wilcoxon, not corrected"),
                        TableColumn.numbers("r", "Rank-biserial correlation, \u22121 to 1")),
                rows,
                TestCells.BOLD,
                true);
    }
}
