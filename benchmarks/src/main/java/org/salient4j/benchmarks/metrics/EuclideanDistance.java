package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The distance of the rescaled map from the truth as a 0/1 map, relative to the length of the
 * truth.
 *
 * <p>d = ||R - S|| / ||R||, the Euclidean norm over all cells; 0 for a map that equals the truth,
 * at most sqrt(D / |R|).
 *
 * <p>Use it to compare with the input-cell attention paper only. Under uniform random scores it is
 * sqrt(D / (3 |R|)), in the limit of many cells.
 */
public record EuclideanDistance() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Euclidean distance",
                    "distance of map and truth, relative to the length of the truth",
                    Direction.LOWER,
                    0,
                    Double.POSITIVE_INFINITY,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "A map that is almost zero everywhere scores about 1, better than a "
                            + "random one when under a third of the cells is true.",
                    "Ismail et al., Input-Cell Attention Reduces Vanishing Saliency of "
                            + "Recurrent Neural Networks, NeurIPS 2019");

    @Override
    public String name() {
        return "euclid";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(
                sample -> {
                    double squares = 0;
                    int trueCells = 0;
                    for (int cell = 0; cell < context.cells(); cell++) {
                        int truth = context.isTrue(sample, cell) ? 1 : 0;
                        trueCells += truth;
                        double difference = truth - context.saliency(sample, cell);
                        squares += difference * difference;
                    }
                    return Math.sqrt(squares / trueCells);
                });
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of(Math.sqrt(cells / (3d * trueCells)));
    }
}
