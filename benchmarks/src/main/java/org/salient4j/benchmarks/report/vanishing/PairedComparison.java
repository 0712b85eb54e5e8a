package org.salient4j.benchmarks.report.vanishing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.statistics.HolmCorrection;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.PairedTTest;
import org.salient4j.benchmarks.statistics.PairedTestResult;
import org.salient4j.benchmarks.statistics.WilcoxonSignedRank;
import org.salient4j.synthetic.BoxPosition;

/**
 * Saliency guided minus standard training at one position, over the seeds of which both networks
 * learned.
 *
 * @param training the saliency guided training
 * @param metric name of the metric
 * @param position where the box lies
 * @param difference its mean and interval
 * @param student the paired t-test, of which the report takes the p-value
 * @param wilcoxon the signed-rank test beside it
 * @param holm the t-test's p-value corrected over the positions of this training and metric; {@code
 *     NaN} if there was no test
 */
public record PairedComparison(
        TrainingKind training,
        String metric,
        BoxPosition position,
        MeanInterval difference,
        PairedTestResult student,
        PairedTestResult wilcoxon,
        double holm) {

    /** The comparisons of a training and metric, one a position. */
    public static List<PairedComparison> of(
            VanishingPanel panel, TrainingKind training, String metric, GateRule gate) {
        List<PairedComparison> raw = new ArrayList<>();
        for (BoxPosition position : panel.positions()) {
            raw.add(at(position, panel, training, metric, gate));
        }
        double[] holm =
                HolmCorrection.adjust(raw.stream().mapToDouble(c -> c.student.pValue()).toArray());
        List<PairedComparison> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).withHolm(holm[i]));
        }
        return corrected;
    }

    private static PairedComparison at(
            BoxPosition position,
            VanishingPanel panel,
            TrainingKind training,
            String metric,
            GateRule gate) {
        TrainingGroup standard = panel.group(position, TrainingKind.STANDARD);
        TrainingGroup guided = panel.group(position, training);
        double[] first = gate.onlyLearned(guided, guided.metric(metric));
        double[] values = gate.onlyLearned(standard, standard.metric(metric));
        double[] second = new double[first.length];
        Arrays.setAll(
                second,
                i -> {
                    int partner = standard.seeds().indexOf(guided.seeds().get(i));
                    return partner < 0 ? Double.NaN : values[partner];
                });
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        return new PairedComparison(
                training,
                metric,
                position,
                MeanInterval.of(differences),
                new PairedTTest().test(first, second),
                new WilcoxonSignedRank().test(first, second),
                Double.NaN);
    }

    private PairedComparison withHolm(double adjusted) {
        return new PairedComparison(
                training, metric, position, difference, student, wilcoxon, adjusted);
    }
}
