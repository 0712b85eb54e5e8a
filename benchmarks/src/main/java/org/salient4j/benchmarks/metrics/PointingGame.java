package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * Whether the most salient cell lies inside the truth: 1 for a hit, 0 for a miss.
 *
 * <p>When several cells share the largest score the value is the share of them inside the truth. No
 * tolerance around the truth is added.
 *
 * <p>Use its mean over many samples as a hit rate. It needs hundreds of samples to be precise.
 * Under uniform random scores it is |R| / D, exactly.
 */
public record PointingGame() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Pointing game",
                    "whether the most salient cell is true",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "Judges one cell of the map; all others may be anywhere.",
                    "Zhang et al., Top-Down Neural Attention by Excitation Backprop, IJCV "
                            + "126, 2018");

    @Override
    public String name() {
        return "pointing-game";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(sample -> context.ranking(sample).expectedTrue(1));
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of((double) trueCells / cells);
    }
}
