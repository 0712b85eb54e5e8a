package org.salient4j.benchmarks.metrics;

import java.util.Arrays;
import java.util.Objects;

/**
 * A metric's values for N samples: each sample's own, and the one number of the set.
 *
 * <p>A sample for which the metric is undefined is {@code NaN} and counted in {@link #skipped()}.
 *
 * @param perSample one value a sample, {@code NaN} where skipped
 * @param mean the number to report for the set, {@code NaN} when no sample is valid
 * @param aggregation how {@code mean} was formed: for most metrics it is the mean of the valid
 *     samples, for the official AUPR it is the area of the averaged curve
 */
public record Scores(double[] perSample, double mean, Aggregation aggregation) {

    /** Copies the values. */
    public Scores {
        perSample = perSample.clone();
        Objects.requireNonNull(aggregation, "aggregation");
    }

    /**
     * Scores whose reported number is the mean of the valid samples.
     *
     * @param perSample one value a sample, {@code NaN} where skipped
     * @return the scores
     */
    public static Scores ofSamples(double... perSample) {
        return new Scores(perSample, meanOfValid(perSample), Aggregation.MEAN_OF_SAMPLES);
    }

    /**
     * Returns each sample's own value.
     *
     * @return a copy, {@code NaN} where the sample was skipped
     */
    @Override
    public double[] perSample() {
        return perSample.clone();
    }

    /**
     * The number of samples, valid or not.
     *
     * @return N
     */
    public int samples() {
        return perSample.length;
    }

    /**
     * The number of samples that have a value.
     *
     * @return 0 to N
     */
    public int valid() {
        return samples() - skipped();
    }

    /**
     * The number of samples for which the metric is undefined.
     *
     * @return 0 to N
     */
    public int skipped() {
        int skipped = 0;
        for (double value : perSample) {
            if (Double.isNaN(value)) {
                skipped++;
            }
        }
        return skipped;
    }

    /**
     * The mean of the valid per-sample values, whatever {@link #aggregation()} is.
     *
     * @return {@code NaN} when no sample is valid
     */
    public double meanOfSamples() {
        return meanOfValid(perSample);
    }

    static double meanOfValid(double[] values) {
        double sum = 0;
        int valid = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                valid++;
            }
        }
        return valid == 0 ? Double.NaN : sum / valid;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scores that
                && Arrays.equals(perSample, that.perSample)
                && Double.compare(mean, that.mean) == 0
                && aggregation == that.aggregation;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(perSample) + Double.hashCode(mean))
                + aggregation.hashCode();
    }

    @Override
    public String toString() {
        return "Scores[mean=%s, aggregation=%s, valid=%d, skipped=%d]"
                .formatted(mean, aggregation, valid(), skipped());
    }
}
