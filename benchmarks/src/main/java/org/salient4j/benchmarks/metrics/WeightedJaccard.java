package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The overlap of the rescaled map with the truth as a 0/1 map.
 *
 * <p>J = sum of min(R, S) / sum of max(R, S), over all cells.
 *
 * <p>Use it to compare with the input-cell attention paper, or when the map should be flat on the
 * truth. Do not use it for methods with heavy-tailed maps, such as plain gradients: one large cell
 * makes all others small. Under uniform random scores it is phi / (1 + phi) with phi = |R| / D, in
 * the limit of many cells.
 */
public record WeightedJaccard() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Weighted Jaccard",
                    "overlap of map and truth: sum of minima over sum of maxima",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "Punishes every true cell whose saliency is below the largest one of "
                            + "the map: an outlier lowers it.",
                    "Ismail et al., Input-Cell Attention Reduces Vanishing Saliency of "
                            + "Recurrent Neural Networks, NeurIPS 2019");

    @Override
    public String name() {
        return "weighted-jaccard";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(
                sample -> {
                    double minimum = 0;
                    double maximum = 0;
                    for (int cell = 0; cell < context.cells(); cell++) {
                        double saliency = context.saliency(sample, cell);
                        if (context.isTrue(sample, cell)) {
                            minimum += saliency;
                            maximum += 1; // saliency is at most 1
                        } else {
                            maximum += saliency;
                        }
                    }
                    return minimum / maximum;
                });
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of((double) trueCells / (cells + trueCells));
    }
}
