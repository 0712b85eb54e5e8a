package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The area below the recall of the 10 %, 20 %, ..., 90 % most salient cells, counting cells instead
 * of weighing them by saliency.
 *
 * <p>Recall at level d is the share of the true cells that lie among the ceil(d D) most salient, 1
 * to D - 1 cells; the area is over the same nine levels as {@link AreaUnderRecall} and not divided
 * by their width, so it lies in [0, 0.8]. A tie at a cut counts with its mean truth.
 *
 * <p>Use it instead of the official AUR to ask whether the truth was found: a perfect map scores
 * above random. Under uniform random scores recall at a level is exactly the share of the cells
 * selected, which makes the area 0.4 when D is a multiple of 10.
 */
public record CountRecall() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Recall by count",
                    "recall of the top 10 to 90 % of the cells, area",
                    Direction.HIGHER,
                    0,
                    Levels.WIDTH,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "Its largest value depends on the share of true cells; it does not "
                            + "see whether saliency is concentrated.",
                    "Variant of AUR by cell count; definition of salient4j");

    @Override
    public String name() {
        return "count-recall";
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
                    double[] recall = new double[Levels.COUNT];
                    for (int level = 0; level < Levels.COUNT; level++) {
                        int count = Levels.count(level, ranking.cells());
                        recall[level] = ranking.expectedTrue(count) / ranking.trueCells();
                    }
                    return Levels.area(recall);
                });
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        double[] recall = new double[Levels.COUNT];
        for (int level = 0; level < Levels.COUNT; level++) {
            recall[level] = (double) Levels.count(level, cells) / cells;
        }
        return OptionalDouble.of(Levels.area(recall));
    }
}
