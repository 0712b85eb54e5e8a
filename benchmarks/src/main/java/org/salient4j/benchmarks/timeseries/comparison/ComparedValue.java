package org.salient4j.benchmarks.timeseries.comparison;

import java.util.List;
import java.util.Objects;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.timeseries.TimeSeries;

/**
 * A published number beside ours.
 *
 * @param table number of the paper's table
 * @param dataset name of the data set, or {@code mean}
 * @param network name of the network
 * @param training ours; both guided ones stand beside the paper's one
 * @param method name of the method; empty for an accuracy
 * @param metric {@code aup} or {@code aur}, less that of random maps, or {@code accuracy}
 * @param published the paper's value; of table 2, the mean of tables 8 to 11 over {@code datasets},
 *     {@code NaN} if there are none
 * @param publishedFraction the paper's k, {@code NaN} where there is none
 * @param fraction our k, {@code NaN} where nothing was asked for or there are several
 * @param ours mean and 95 % interval over seeds
 * @param datasets the data sets of both values
 * @param why what is missing and why, empty if no seed is
 */
public record ComparedValue(
        int table,
        String dataset,
        String network,
        TrainingKind training,
        String method,
        String metric,
        double published,
        double publishedFraction,
        double fraction,
        MeanInterval ours,
        List<String> datasets,
        String why) {

    private static final int MEANS = 2;

    /** Nothing may be null. */
    public ComparedValue {
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(ours, "ours");
        datasets = List.copyOf(datasets);
    }

    /** Whether there is a value of ours. */
    public boolean isMeasured() {
        return ours.count() > 0;
    }

    /**
     * Whether the published value is the mean of tables 8 to 11 over the data sets of ours, because
     * table 2 is over all ten.
     */
    public boolean isPublishedRecomputed() {
        return table == MEANS
                && !datasets.isEmpty()
                && datasets.size() < TimeSeries.DATASETS.size();
    }

    /** Where the published value stands. */
    public String publishedIn() {
        return isPublishedRecomputed() ? "tables 8-11, same data sets" : "table " + table;
    }

    /** Ours minus the paper's; {@code NaN} if ours is missing. */
    public double difference() {
        return ours.mean() - published;
    }

    /** Whether there is an interval to hold against the paper. */
    public boolean isDecidable() {
        return ours.isDefined();
    }

    /** Whether the published mean lies in our interval; false without an interval. */
    public boolean holdsPublished() {
        return ours.isDefined() && published >= ours.lower() && published <= ours.upper();
    }
}
