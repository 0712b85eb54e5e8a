package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.TestCells;
import org.salient4j.benchmarks.report.Tone;

/** Each training minus standard training, tested. */
final class EffectTable {

    private EffectTable() {}

    static Table of(List<BridgeEffect> effects) {
        List<TableRow> rows = new ArrayList<>();
        BridgeEffect last = null;
        for (BridgeEffect effect : effects) {
            boolean first =
                    last == null
                            || !last.row().equals(effect.row())
                            || !last.scope().equals(effect.scope());
            rows.add(new TableRow(cells(effect), first, Tone.PLAIN));
            last = effect;
        }
        return new Table(
                "Each training minus standard training, mean over data sets and methods",
                List.of(
                        TableColumn.words("Network"),
                        TableColumn.words("Training"),
                        TableColumn.words("Measure"),
                        TableColumn.words("Found"),
                        TableColumn.numbers("Difference", "Mean and half its 95 % interval"),
                        TableColumn.numbers("Seeds", "Pairs"),
                        TableColumn.numbers("p, Holm", "Paired t-test, corrected over this table"),
                        TableColumn.numbers("p", "Paired t-test, not corrected"),
                        TableColumn.numbers("d_z", "Cohen\u2019s d of the paired differences"),
                        TableColumn.numbers("p, Wilcoxon", "Signed-rank test, not corrected")),
                rows,
                TestCells.BOLD,
                true);
    }

    private static List<TableCell> cells(BridgeEffect effect) {
        List<TableCell> cells = new ArrayList<>();
        cells.add(TableCell.of(effect.scope().title()));
        cells.add(TableCell.of(effect.row().words()));
        cells.add(TableCell.of(effect.shown()));
        cells.add(TableCell.marked(effect.direction().tone(), effect.direction().words()));
        cells.add(difference(effect));
        cells.add(TableCell.of(Integer.toString(effect.difference().count())));
        cells.addAll(TestCells.of(effect.student(), effect.holm()));
        cells.add(TableCell.of(TestCells.probability(effect.wilcoxon().pValue())));
        return cells;
    }

    private static TableCell difference(BridgeEffect effect) {
        if (effect.difference().count() == 0) {
            return TableCell.missing("no seed with a pair of trainings that count");
        }
        return effect.measure().equals(BridgeEffect.ACCURACY)
                ? IntervalCell.percent(effect.difference(), 1)
                : IntervalCell.decimal(effect.difference(), 3);
    }
}
