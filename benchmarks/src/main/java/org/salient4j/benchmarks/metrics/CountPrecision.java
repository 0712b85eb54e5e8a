package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The area below the precision of the 10 %, 20 %, ..., 90 % most salient cells, counting cells
 * instead of weighing them by saliency.
 *
 * <p>Precision at level d is the share of true cells among the ceil(d D) most salient, 1 to D - 1
 * cells; the area is over the same nine levels as {@link AreaUnderPrecision} and not divided by
 * their width, so it lies in [0, 0.8]. A tie at a cut counts with its mean truth.
 *
 * <p>Use it beside the official AUP to see what the weighing by saliency changes. Under uniform
 * random scores it is 0.8 |R| / D, exactly.
 */
public record CountPrecision() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Precision by count",
                    "precision of the top 10 to 90 % of the cells, area",
                    Direction.HIGHER,
                    0,
                    Levels.WIDTH,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "A perfect map stays below 0.8 when the truth covers less than 90 % "
                            + "of the cells.",
                    "Variant of AUP by cell count; definition of salient4j");

    @Override
    public String name() {
        return "count-precision";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(
                sample -> {
                    Ranking ranking = context.ranking(sample);
                    double[] precision = new double[Levels.COUNT];
                    for (int level = 0; level < Levels.COUNT; level++) {
                        int count = Levels.count(level, ranking.cells());
                        precision[level] = ranking.expectedTrue(count) / count;
                    }
                    return Levels.area(precision);
                });
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of(Levels.WIDTH * trueCells / cells);
    }
}
