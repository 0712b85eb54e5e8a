package org.salient4j.benchmarks.metrics;

/** How the one number of a set of samples comes from the samples. */
public enum Aggregation {
    /** The arithmetic mean of the valid per-sample values. */
    MEAN_OF_SAMPLES,
    /**
     * The area under a curve that was averaged over the samples first. It differs from the mean of
     * the per-sample areas when the area is not linear in the curve.
     */
    AREA_OF_MEAN_CURVE
}
