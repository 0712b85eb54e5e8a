package org.salient4j.benchmarks.metrics;

import java.util.random.RandomGenerator;

/**
 * What a metric gives for scores that know nothing of the truth.
 *
 * <p>The paper reports differences to it, and both official areas depend on the size of the truth,
 * so a score without its baseline cannot be read.
 */
public sealed interface RandomBaseline
        permits AnalyticBaseline, UniformBaseline, FeaturePermutationBaseline {

    /**
     * The baseline of every sample of a context.
     *
     * @param metric the metric
     * @param context the attributions and truth masks of the method that is held against it
     * @param random where the scores are drawn from; not used by {@link AnalyticBaseline}
     * @return the expected values, {@code NaN} where the metric is undefined
     */
    Scores scores(AttributionMetric metric, MetricContext context, RandomGenerator random);
}
