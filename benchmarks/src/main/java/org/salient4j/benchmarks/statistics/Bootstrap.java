package org.salient4j.benchmarks.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The interval of a mean by resampling the values: the percentile bootstrap.
 *
 * <p>The values are drawn with replacement {@code resamples} times; the interval holds the middle
 * of the means. It makes no assumption on the distribution. Use it over many samples (tens at
 * least); with the three to ten seeds of an experiment it is too narrow, take {@link
 * MeanInterval#of}. Source: Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter
 * 13.
 *
 * @param resamples how many times to resample, at least 100
 * @param confidence the confidence level, in (0, 1)
 */
public record Bootstrap(int resamples, double confidence) {

    /** Checks the options. */
    public Bootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException("resamples must be at least 100, was " + resamples);
        }
        Present.requireConfidence(confidence);
    }

    /** 10,000 resamples, 95 %. */
    public Bootstrap() {
        this(10_000, 0.95);
    }

    /**
     * The interval of the mean.
     *
     * @param values {@code NaN} where missing
     * @param random where the resamples are drawn from
     * @return mean and interval; undefined with fewer than two values
     */
    public MeanInterval mean(double[] values, RandomGenerator random) {
        double[] present = Present.in(values);
        int missing = values.length - present.length;
        double mean = Summary.of(present).mean();
        if (present.length < 2) {
            return new MeanInterval(
                    present.length, missing, mean, Double.NaN, Double.NaN, confidence);
        }
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            for (int draw = 0; draw < present.length; draw++) {
                sum += present[random.nextInt(present.length)];
            }
            means[i] = sum / present.length;
        }
        Arrays.sort(means);
        double tail = (1 - confidence) / 2;
        return new MeanInterval(
                present.length,
                missing,
                mean,
                quantile(means, tail),
                quantile(means, 1 - tail),
                confidence);
    }

    /** The quantile of sorted values, linear between neighbours. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
