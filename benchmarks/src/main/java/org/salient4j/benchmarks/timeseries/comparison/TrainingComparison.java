package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.statistics.HolmCorrection;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.PairedTestResult;
import org.salient4j.benchmarks.statistics.Summary;
import org.salient4j.benchmarks.statistics.WilcoxonSignedRank;

/**
 * Saliency guided against standard training over data sets: one network, method and metric.
 *
 * <p>A pair is a data set: the means of both trainings over the seeds that have both. The family
 * that Holm's correction is over is all methods and both metrics of one network and guided
 * training. The smallest p-value n pairs can reach is 2^(1 - n), which twelve tests make 0.0234
 * with ten data sets and 1 with four: with few data sets no effect can be significant, whatever its
 * size, and the effect size is the thing to read.
 *
 * @param network name of the network
 * @param guided the training compared with the standard one
 * @param method name of the method
 * @param metric name of the metric
 * @param difference guided minus standard, over data sets, in the metric's units
 * @param test Wilcoxon's signed-rank test with the rank-biserial correlation, the number of pairs
 *     and of data sets without one
 * @param holm the corrected p-value, {@code NaN} if there was no test
 */
public record TrainingComparison(
        String network,
        TrainingKind guided,
        String method,
        String metric,
        MeanInterval difference,
        PairedTestResult test,
        double holm) {

    /** The comparisons of every network and guided training of a run, in families. */
    public static List<TrainingComparison> all(ComparedRun run, List<String> metrics) {
        List<TrainingComparison> all = new ArrayList<>();
        for (String network : run.table().networks()) {
            for (TrainingKind guided : run.guided()) {
                all.addAll(family(run, network, guided, metrics));
            }
        }
        return all;
    }

    /** The comparisons of one network and guided training: one family. */
    public static List<TrainingComparison> family(
            ComparedRun run, String network, TrainingKind guided, List<String> metrics) {
        List<TrainingComparison> raw = new ArrayList<>();
        for (String metric : metrics) {
            for (String method : run.table().methods()) {
                raw.add(of(run, network, guided, method, metric));
            }
        }
        double[] holm =
                HolmCorrection.adjust(raw.stream().mapToDouble(c -> c.test.pValue()).toArray());
        List<TrainingComparison> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).withHolm(holm[i]));
        }
        return corrected;
    }

    private static TrainingComparison of(
            ComparedRun run, String network, TrainingKind guided, String method, String metric) {
        List<String> datasets = run.table().datasets();
        double[] first = new double[datasets.size()];
        double[] second = new double[datasets.size()];
        double[] differences = new double[datasets.size()];
        for (int i = 0; i < first.length; i++) {
            double[] with = run.values(datasets.get(i), network, guided, method, metric);
            double[] without =
                    run.values(datasets.get(i), network, TrainingKind.STANDARD, method, metric);
            for (int seed = 0; seed < with.length; seed++) {
                if (Double.isNaN(with[seed] - without[seed])) {
                    with[seed] = Double.NaN;
                    without[seed] = Double.NaN;
                }
            }
            first[i] = Summary.of(with).mean();
            second[i] = Summary.of(without).mean();
            differences[i] = first[i] - second[i];
        }
        return new TrainingComparison(
                network,
                guided,
                method,
                metric,
                MeanInterval.of(differences),
                new WilcoxonSignedRank().test(first, second),
                Double.NaN);
    }

    private TrainingComparison withHolm(double adjusted) {
        return new TrainingComparison(network, guided, method, metric, difference, test, adjusted);
    }
}
