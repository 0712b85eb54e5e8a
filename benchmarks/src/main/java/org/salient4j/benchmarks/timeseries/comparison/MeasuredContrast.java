package org.salient4j.benchmarks.timeseries.comparison;

import java.util.List;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * A contrast with its values in a run.
 *
 * @param contrast what was measured
 * @param bySeed its mean over the data sets, {@code NaN} for seeds that do not have all of them
 * @param datasets the data sets of the mean
 */
record MeasuredContrast(Contrast contrast, double[] bySeed, List<String> datasets) {

    /** Whether there is any value. */
    boolean isMeasured() {
        return !datasets.isEmpty();
    }

    MeanInterval interval(double confidence) {
        return MeanInterval.of(confidence, bySeed);
    }

    /** Whether the whole interval is as claimed. */
    boolean inside(MeanInterval interval) {
        return interval.isDefined()
                && interval.lower() > contrast.lower()
                && interval.upper() < contrast.upper();
    }

    /** Whether the mean is as claimed, whatever its interval. */
    boolean meanInside() {
        double mean = interval(0.95).mean();
        return mean > contrast.lower() && mean < contrast.upper();
    }

    /** Whether the whole interval is otherwise than claimed. */
    boolean outside(MeanInterval interval) {
        return interval.isDefined()
                && (interval.upper() <= contrast.lower() || interval.lower() >= contrast.upper());
    }

    /** How far the interval, or the mean where there is none, is from leaving the range. */
    double slack(MeanInterval interval) {
        double low = interval.isDefined() ? interval.lower() : interval.mean();
        double high = interval.isDefined() ? interval.upper() : interval.mean();
        return Math.min(low - contrast.lower(), contrast.upper() - high);
    }
}
