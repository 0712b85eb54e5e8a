package org.salient4j.benchmarks.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The interval of a mean, or of another statistic, by resampling: the percentile bootstrap.
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
        return interval(
                present.length,
                values.length - present.length,
                Summary.of(present).mean(),
                draws -> mean(present, draws),
                random);
    }

    /**
     * The interval of any number that is computed from samples, such as the score of a map averaged
     * over them.
     *
     * @param samples how many there are, at least 1
     * @param statistic of the samples with the given indices, of which some repeat
     * @param random where the resamples are drawn from
     * @return the statistic of all samples, as the mean, and its interval; undefined with fewer
     *     than two samples and when the statistic is {@code NaN} on a resample
     */
    public MeanInterval statistic(
            int samples, ToDoubleFunction<int[]> statistic, RandomGenerator random) {
        int[] all = IntStream.range(0, samples).toArray();
        return interval(samples, 0, statistic.applyAsDouble(all), statistic, random);
    }

    private MeanInterval interval(
            int samples,
            int missing,
            double found,
            ToDoubleFunction<int[]> statistic,
            RandomGenerator random) {
        double[] resampled = new double[samples < 2 ? 0 : resamples];
        int[] draws = new int[samples];
        boolean defined = resampled.length > 0;
        for (int i = 0; i < resampled.length; i++) {
            for (int draw = 0; draw < samples; draw++) {
                draws[draw] = random.nextInt(samples);
            }
            resampled[i] = statistic.applyAsDouble(draws);
            defined &= !Double.isNaN(resampled[i]);
        }
        Arrays.sort(resampled);
        double tail = (1 - confidence) / 2;
        return new MeanInterval(
                samples,
                missing,
                found,
                defined ? quantile(resampled, tail) : Double.NaN,
                defined ? quantile(resampled, 1 - tail) : Double.NaN,
                confidence);
    }

    private static double mean(double[] values, int[] draws) {
        double sum = 0;
        for (int draw : draws) {
            sum += values[draw];
        }
        return sum / draws.length;
    }

    /** The quantile of sorted values, linear between neighbours. */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
