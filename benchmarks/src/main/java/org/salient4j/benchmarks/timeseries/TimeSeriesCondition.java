package org.salient4j.benchmarks.timeseries;

import java.util.Objects;
import org.salient4j.benchmarks.measurement.TrainingKind;

/**
 * What is repeated over seeds: a cell without its seed. All cells of one run share their setup.
 *
 * @param dataset name of the layout
 * @param process name of the process before the boxes
 * @param network name of the architecture
 * @param training how it is trained
 * @param maskedFraction k; 0 in standard training
 */
public record TimeSeriesCondition(
        String dataset,
        String process,
        String network,
        TrainingKind training,
        double maskedFraction) {

    /** Nothing may be null. */
    public TimeSeriesCondition {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(process, "process");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(training, "training");
    }

    /** The condition of a cell. */
    public static TimeSeriesCondition of(TimeSeriesCell cell) {
        return new TimeSeriesCondition(
                cell.dataset(),
                cell.process(),
                cell.network(),
                cell.training(),
                cell.maskedFraction());
    }

    /** The same with standard training: what a guided one is compared with. */
    public TimeSeriesCondition standard() {
        return new TimeSeriesCondition(dataset, process, network, TrainingKind.STANDARD, 0);
    }
}
