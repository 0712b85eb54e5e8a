package org.salient4j.benchmarks.metrics;

import java.util.random.RandomGenerator;

/**
 * Independent scores, uniform on [0, 1], drawn several times.
 *
 * <p>What "random" must have meant in the published tables, whose lowest differences equal 0.8
 * times the share of true cells.
 *
 * @param repeats how many maps are drawn for each sample
 */
public record UniformBaseline(int repeats) implements RandomBaseline {

    /** Checks the number of repeats. */
    public UniformBaseline {
        Repeats.require(repeats);
    }

    /** Ten repeats. */
    public UniformBaseline() {
        this(10);
    }

    @Override
    public Scores scores(AttributionMetric metric, MetricContext context, RandomGenerator random) {
        return Repeats.mean(
                repeats, () -> metric.evaluate(context.withAttributions(draw(context, random))));
    }

    private static double[][] draw(MetricContext context, RandomGenerator random) {
        double[][] maps = new double[context.samples()][context.cells()];
        for (double[] map : maps) {
            for (int cell = 0; cell < map.length; cell++) {
                map[cell] = random.nextDouble();
            }
        }
        return maps;
    }
}
