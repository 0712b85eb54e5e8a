package org.salient4j.benchmarks.timeseries.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.timeseries.ScoreTable;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;
import org.salient4j.benchmarks.timeseries.TimeSeriesCondition;
import org.salient4j.benchmarks.timeseries.TimeSeriesResult;
import org.salient4j.framework.InvalidInputException;

/**
 * The part of a run that stands beside the paper: one process, and of several k the one closest to
 * the paper's for the network and data set (the smaller of two as close), never the one with the
 * best scores.
 *
 * @param table the scores
 * @param process name of the process
 */
public record ComparedRun(ScoreTable table, String process) {
    /** The process of the paper's tables. */
    public static final String PUBLISHED_PROCESS = "gaussian";

    /** Nothing may be null. */
    public ComparedRun {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(process, "process");
    }

    /**
     * The run's Gaussian series, of which the paper's tables are.
     *
     * @throws InvalidInputException if it has none
     */
    public static ComparedRun of(ReportedRun<TimeSeriesCell, TimeSeriesResult> run) {
        ScoreTable table = ScoreTable.of(run);
        if (!table.processes().contains(PUBLISHED_PROCESS)) {
            throw new InvalidInputException(
                    "the paper's tables are of "
                            + PUBLISHED_PROCESS
                            + " series, the run has only "
                            + String.join(", ", table.processes()));
        }
        return new ComparedRun(table, PUBLISHED_PROCESS);
    }

    /** The guided trainings of the run. */
    public List<TrainingKind> guided() {
        return table.trainings().stream().filter(TrainingKind::saliencyGuided).toList();
    }

    /** What was run of a data set, network and training; empty if nothing was asked for. */
    public Optional<TimeSeriesCondition> condition(
            String dataset, String network, TrainingKind training) {
        double published =
                training.saliencyGuided() ? PublishedTables.usualFraction(network, dataset) : 0;
        return table.maskedFractions(dataset, process, network, training).stream()
                .min(
                        Comparator.comparingDouble((Double k) -> Math.abs(k - published))
                                .thenComparing(Comparator.naturalOrder()))
                .map(k -> new TimeSeriesCondition(dataset, process, network, training, k));
    }

    /**
     * What the paper's tables hold, one value a seed: the metric minus that of random maps, or the
     * test accuracy.
     *
     * @param metric name of the metric, or {@link PublishedTables#ACCURACY}
     * @return {@code NaN} where missing
     */
    public double[] values(
            String dataset, String network, TrainingKind training, String method, String metric) {
        Optional<TimeSeriesCondition> condition = condition(dataset, network, training);
        if (condition.isEmpty()) {
            double[] none = new double[table.seeds().size()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return metric.equals(PublishedTables.ACCURACY)
                ? table.testAccuracies(condition.get())
                : table.diffs(condition.get(), method, metric);
    }
}
