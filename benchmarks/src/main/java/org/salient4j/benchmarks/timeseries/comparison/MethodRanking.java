package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.List;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.statistics.CriticalDifference;
import org.salient4j.benchmarks.statistics.Summary;

/**
 * The attribution methods in the order of their average rank over data sets, for one network and
 * training.
 *
 * <p>A block is a data set with the means over its seeds; one in which a method has no value is
 * left out.
 *
 * @param network name of the network
 * @param training the training
 * @param metric name of a metric of which a higher value is better
 * @param ranking average ranks, Friedman's test and the critical difference
 */
public record MethodRanking(
        String network, TrainingKind training, String metric, CriticalDifference ranking) {

    /** The rankings of every network and training; none of a run with a single method. */
    public static List<MethodRanking> all(ComparedRun run, String metric) {
        List<MethodRanking> rankings = new ArrayList<>();
        if (run.table().methods().size() < 2) {
            return rankings;
        }
        for (String network : run.table().networks()) {
            for (TrainingKind training : run.table().trainings()) {
                rankings.add(of(run, network, training, metric));
            }
        }
        return rankings;
    }

    /** One ranking. */
    public static MethodRanking of(
            ComparedRun run, String network, TrainingKind training, String metric) {
        List<String> methods = run.table().methods();
        List<String> datasets = run.table().datasets();
        double[][] blocks = new double[datasets.size()][methods.size()];
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < blocks[i].length; j++) {
                blocks[i][j] =
                        Summary.of(
                                        run.values(
                                                datasets.get(i),
                                                network,
                                                training,
                                                methods.get(j),
                                                metric))
                                .mean();
            }
        }
        return new MethodRanking(
                network, training, metric, CriticalDifference.of(methods, blocks, true));
    }
}
