package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.Table;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.report.TableColumn;
import org.salient4j.benchmarks.report.TableRow;
import org.salient4j.benchmarks.report.Tone;

/** Saliency guided against standard training, tested. */
final class PairedTable {

    private static final double LEVEL = 0.05;
    private static final List<String> METRICS =
            List.of(TrainingGroup.MASS_IN_BOX, "aup", "aur", "auprc", "roc-auc");

    private final GateRule gate;

    PairedTable(GateRule gate) {
        this.gate = gate;
    }

    Table of(VanishingPanel panel) {
        List<TableRow> rows = new ArrayList<>();
        for (TrainingKind training : panel.trainings()) {
            if (training.saliencyGuided()) {
                for (String metric : METRICS) {
                    boolean first = true;
                    for (PairedComparison each :
                            PairedComparison.of(panel, training, metric, gate)) {
                        rows.add(row(each, first));
                        first = false;
                    }
                }
            }
        }
        return new Table(
                "Saliency guided minus standard training",
                List.of(
                        TableColumn.words("Training"),
                        TableColumn.words("Metric"),
                        TableColumn.words("Box"),
                        TableColumn.numbers("Difference", "Mean over pairs"),
                        TableColumn.numbers("n", "Pairs of which both networks learned"),
                        TableColumn.numbers("p, Holm", "Paired t-test, corrected over positions"),
                        TableColumn.numbers("p", "Paired t-test, not corrected"),
                        TableColumn.numbers("d_z", "Cohen\u2019s d of the paired differences"),
                        TableColumn.numbers("p, Wilcoxon", "Signed-rank test, not corrected")),
                rows,
                "Bold: the corrected p is at most 0.05.");
    }

    private static TableRow row(PairedComparison each, boolean startsGroup) {
        boolean significant = each.holm() <= LEVEL;
        String metric =
                each.metric().equals(TrainingGroup.MASS_IN_BOX)
                        ? "mass in box"
                        : PanelTable.descriptor(each.metric()).title();
        TableCell difference =
                each.difference().count() == 0
                        ? TableCell.missing("no seed of which both networks learned")
                        : IntervalCell.decimal(each.difference(), 3);
        TableCell corrected =
                significant
                        ? TableCell.marked(Tone.STRONG, probability(each.holm()))
                        : TableCell.of(probability(each.holm()));
        return new TableRow(
                List.of(
                        TableCell.of(Words.of(each.training())),
                        TableCell.of(metric),
                        TableCell.of(Words.of(each.position())),
                        difference,
                        TableCell.of(Integer.toString(each.difference().count())),
                        corrected,
                        TableCell.of(probability(each.student().pValue())),
                        TableCell.of(
                                Double.isNaN(each.student().effectSize())
                                        ? "\u2013"
                                        : IntervalCell.number(each.student().effectSize(), 2)),
                        TableCell.of(probability(each.wilcoxon().pValue()))),
                startsGroup,
                Tone.PLAIN);
    }

    private static String probability(double p) {
        if (Double.isNaN(p)) {
            return "\u2013";
        }
        return p < 0.001 ? "< 0.001" : IntervalCell.number(p, 3);
    }
}
