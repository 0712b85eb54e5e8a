package org.salient4j.benchmarks.metrics;

import java.util.random.RandomGenerator;

/**
 * A method's score minus the score of random saliency: the numbers that the paper's tables hold.
 *
 * <p>Diff = metric(method) - metric(random), each training procedure with its own random value.
 * Zero means "no better than chance". Where the set's number is the mean of the samples only
 * samples valid on both sides are compared, so that a method cannot gain by being skipped on the
 * samples with a small truth; otherwise the two numbers of the sets are subtracted.
 *
 * @param metric the metric's name
 * @param direction which side of zero is the good one
 * @param method the method's scores
 * @param baseline the scores of random saliency on the same truth
 */
public record Diff(String metric, Direction direction, Scores method, Scores baseline) {

    /** Checks that both scores are of the same samples. */
    public Diff {
        if (method.samples() != baseline.samples()) {
            throw new IllegalArgumentException(
                    "method has %d samples, baseline %d"
                            .formatted(method.samples(), baseline.samples()));
        }
    }

    /**
     * Evaluates a method and its baseline.
     *
     * @param metric the metric
     * @param context the method's attributions and the truth
     * @param baseline what stands for random saliency
     * @param random where a sampled baseline draws from
     * @return the difference
     */
    public static Diff of(
            AttributionMetric metric,
            MetricContext context,
            RandomBaseline baseline,
            RandomGenerator random) {
        return new Diff(
                metric.name(),
                metric.descriptor().direction(),
                metric.evaluate(context),
                baseline.scores(metric, context, random));
    }

    /**
     * The difference of each sample.
     *
     * @return {@code NaN} where the sample is missing on one side
     */
    public double[] perSample() {
        double[] differences = method.perSample();
        double[] expected = baseline.perSample();
        for (int sample = 0; sample < differences.length; sample++) {
            differences[sample] -= expected[sample];
        }
        return differences;
    }

    /**
     * The difference of the set.
     *
     * @return {@code NaN} when nothing is valid
     */
    public double value() {
        return method.aggregation() == Aggregation.MEAN_OF_SAMPLES
                ? Scores.meanOfValid(perSample())
                : method.mean() - baseline.mean();
    }

    /**
     * Whether the method is on the good side of random.
     *
     * @return false also when the difference is missing
     */
    public boolean beatsRandom() {
        return direction.isBetter(value(), 0);
    }
}
