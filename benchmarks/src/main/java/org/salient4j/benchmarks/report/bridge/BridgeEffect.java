package org.salient4j.benchmarks.report.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.statistics.HolmCorrection;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.PairedTTest;
import org.salient4j.benchmarks.statistics.PairedTestResult;
import org.salient4j.benchmarks.statistics.WilcoxonSignedRank;

/**
 * What a training does to a score, paired by seed with standard training.
 *
 * @param scope what the scores are means of
 * @param row the training
 * @param measure name of a metric, or {@link #ACCURACY}
 * @param difference this training minus standard training over seeds, mean and interval
 * @param student the paired t-test, which the corrected p-value is of
 * @param wilcoxon the signed-rank test beside it
 * @param holm the t-test's p-value, corrected over all effects of the run
 */
record BridgeEffect(
        BridgeScope scope,
        BridgeRow row,
        String measure,
        MeanInterval difference,
        PairedTestResult student,
        PairedTestResult wilcoxon,
        double holm) {

    /** Test accuracy among the measures. */
    static final String ACCURACY = "accuracy";

    /** The metrics of the main table. */
    static final List<String> METRICS = List.of("aup", "aur", "auprc", "roc-auc", "mass-in-truth");

    /** Those of every scope and training but standard; empty without standard training. */
    static List<BridgeEffect> all(BridgeScores scores) {
        List<BridgeEffect> raw = new ArrayList<>();
        if (scores.rows().contains(BridgeRow.STANDARD)) {
            for (BridgeScope scope : BridgeScope.of(scores)) {
                for (BridgeRow row : scores.rows()) {
                    if (!row.equals(BridgeRow.STANDARD)) {
                        METRICS.forEach(
                                metric ->
                                        raw.add(
                                                of(
                                                        scope,
                                                        row,
                                                        metric,
                                                        scores.scores(scope, row, metric),
                                                        scores.scores(
                                                                scope,
                                                                BridgeRow.STANDARD,
                                                                metric))));
                        raw.add(
                                of(
                                        scope,
                                        row,
                                        ACCURACY,
                                        scores.accuracies(scope, row),
                                        scores.accuracies(scope, BridgeRow.STANDARD)));
                    }
                }
            }
        }
        double[] holm =
                HolmCorrection.adjust(raw.stream().mapToDouble(e -> e.student.pValue()).toArray());
        List<BridgeEffect> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).withHolm(holm[i]));
        }
        return corrected;
    }

    /** Which way it goes. */
    EffectDirection direction() {
        return EffectDirection.of(difference, holm);
    }

    /** The measure as tables show it. */
    String shown() {
        return measure.equals(ACCURACY) ? "Test accuracy" : Names.shown(measure);
    }

    private static BridgeEffect of(
            BridgeScope scope, BridgeRow row, String measure, double[] with, double[] without) {
        double[] differences = new double[with.length];
        Arrays.setAll(differences, i -> with[i] - without[i]);
        return new BridgeEffect(
                scope,
                row,
                measure,
                MeanInterval.of(differences),
                new PairedTTest().test(with, without),
                new WilcoxonSignedRank().test(with, without),
                Double.NaN);
    }

    private BridgeEffect withHolm(double adjusted) {
        return new BridgeEffect(scope, row, measure, difference, student, wilcoxon, adjusted);
    }
}
