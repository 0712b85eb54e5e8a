package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The share of the absolute attribution that lies inside the truth.
 *
 * <p>Sum of |A| over the truth divided by the sum of |A| over all cells. The magnitudes are not
 * min-max scaled first, which would move mass.
 *
 * <p>Use it to see whether saliency vanished from the part of the input that carries the class. It
 * says nothing on how the mass is spread within the truth. Under independent random scores of any
 * distribution it is |R| / D, exactly.
 */
public record MassInTruth() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Mass in truth",
                    "share of the map's mass that lies in the truth",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| without scaling, truth masks",
                    true,
                    "One strong cell inside the truth is enough for a value near 1.",
                    "Arras et al., CLEVR-XAI: A Benchmark Dataset for the Ground Truth "
                            + "Evaluation of Neural Network Explanations, Information Fusion 81, "
                            + "2022 (relevance mass accuracy)");

    @Override
    public String name() {
        return "mass-in-truth";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(
                sample -> {
                    double all = 0;
                    double inside = 0;
                    for (int cell = 0; cell < context.cells(); cell++) {
                        double magnitude = context.magnitude(sample, cell);
                        all += magnitude;
                        if (context.isTrue(sample, cell)) {
                            inside += magnitude;
                        }
                    }
                    return Math.min(1, inside / all);
                });
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of((double) trueCells / cells);
    }
}
