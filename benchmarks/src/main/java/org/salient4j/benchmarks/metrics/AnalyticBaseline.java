package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The metric's own expected value under uniform random scores, with each sample's own share of true
 * cells.
 *
 * <p>See {@link AttributionMetric#expectedUnderRandom}. Free of noise and of cost; where the metric
 * knows only the limit for many cells, take {@link UniformBaseline} for small maps. The samples
 * that the method's own map makes the metric skip have a baseline all the same.
 */
public record AnalyticBaseline() implements RandomBaseline {

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the metric has no closed form for a sample with a truth
     *     that leaves true and false cells
     */
    @Override
    public Scores scores(AttributionMetric metric, MetricContext context, RandomGenerator random) {
        double[] values = new double[context.samples()];
        for (int sample = 0; sample < values.length; sample++) {
            int trueCells = 0;
            for (int cell = 0; cell < context.cells(); cell++) {
                if (context.isTrue(sample, cell)) {
                    trueCells++;
                }
            }
            values[sample] = expected(metric, context.cells(), trueCells);
        }
        return Scores.ofSamples(values);
    }

    private static double expected(AttributionMetric metric, int cells, int trueCells) {
        if (trueCells == 0) {
            return Double.NaN;
        }
        OptionalDouble expected = metric.expectedUnderRandom(cells, trueCells);
        if (expected.isEmpty() && trueCells < cells) {
            throw new IllegalArgumentException(
                    "metric '"
                            + metric.name()
                            + "' has no analytic random value; use UniformBaseline");
        }
        return expected.orElse(Double.NaN);
    }
}
