package org.salient4j.benchmarks.report.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.EffectDirection;
import org.salient4j.benchmarks.report.Names;
import org.salient4j.benchmarks.statistics.HolmCorrection;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.PairedTestResult;
import org.salient4j.benchmarks.statistics.WilcoxonSignedRank;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;

/**
 * What saliency guided training does to a metric of a network, the mean over methods.
 *
 * @param network the network
 * @param guided the training
 * @param metric the metric
 * @param difference guided minus standard over data sets, each the mean over the seeds that have
 *     both; over seeds where there is one data set
 * @param unit what the differences are of, in words
 * @param test Wilcoxon's signed-rank test of them
 * @param holm its p-value, corrected over all effects of the run
 */
record GuidedEffect(
        String network,
        TrainingKind guided,
        String metric,
        MeanInterval difference,
        String unit,
        PairedTestResult test,
        double holm) {

    /** Which way the effect goes. */
    EffectDirection direction() {
        return EffectDirection.of(difference, holm);
    }

    /** Those of every network, guided training and metric of the paper's tables. */
    static List<GuidedEffect> all(FractionView view) {
        ScoreTable scores = view.scores();
        List<GuidedEffect> raw = new ArrayList<>();
        if (scores.trainings().contains(TrainingKind.STANDARD)) {
            for (String network : scores.networks()) {
                for (TrainingKind training : scores.trainings()) {
                    if (training.saliencyGuided()) {
                        Names.DIFFERENCES.forEach(
                                metric -> raw.add(of(view, network, training, metric)));
                    }
                }
            }
        }
        double[] holm =
                HolmCorrection.adjust(raw.stream().mapToDouble(e -> e.test.pValue()).toArray());
        List<GuidedEffect> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).withHolm(holm[i]));
        }
        return corrected;
    }

    private static GuidedEffect of(
            FractionView view, String network, TrainingKind guided, String metric) {
        List<double[]> bySeed = new ArrayList<>();
        for (FractionView.Row row : view.rows()) {
            Optional<TimeSeriesCondition> with = view.condition(row, network, guided);
            Optional<TimeSeriesCondition> without =
                    view.condition(row, network, TrainingKind.STANDARD);
            if (with.isPresent() && without.isPresent()) {
                bySeed.add(differences(view.scores(), with.get(), without.get(), metric));
            }
        }
        boolean single = bySeed.size() == 1;
        double[] values =
                single
                        ? bySeed.get(0)
                        : bySeed.stream().mapToDouble(d -> MeanInterval.of(d).mean()).toArray();
        MeanInterval difference = MeanInterval.of(values);
        String unit = single ? "seed" : "data set";
        return new GuidedEffect(
                network,
                guided,
                metric,
                difference,
                difference.count() == 1 ? unit : unit + "s",
                new WilcoxonSignedRank().test(values, new double[values.length]),
                Double.NaN);
    }

    /** Guided minus standard by seed, the mean over methods; NaN unless all of them have it. */
    private static double[] differences(
            ScoreTable scores,
            TimeSeriesCondition with,
            TimeSeriesCondition without,
            String metric) {
        double[] sums = new double[scores.seeds().size()];
        for (String method : scores.methods()) {
            double[] first = scores.diffs(with, method, metric);
            double[] second = scores.diffs(without, method, metric);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (first[i] - second[i]) / scores.methods().size();
            }
        }
        return sums;
    }

    private GuidedEffect withHolm(double adjusted) {
        return new GuidedEffect(network, guided, metric, difference, unit, test, adjusted);
    }
}
