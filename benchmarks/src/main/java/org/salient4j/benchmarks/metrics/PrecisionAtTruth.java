package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The share of true cells among the |R| most salient, where |R| is the number of true cells.
 *
 * <p>At this cut precision and recall, both counting cells, are the same number. A tie at the cut
 * counts with its mean truth.
 *
 * <p>Use it as the plainest answer to "how much of the truth is on top?". It does not see how
 * saliency is spread within the top. Under uniform random scores it is |R| / D, exactly.
 */
public record PrecisionAtTruth() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "Precision at |R|",
                    "precision of as many top cells as there are true ones",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "Looks at one cut of the ranking only and needs the size of the truth "
                            + "to be known.",
                    "Manning, Raghavan and Schuetze, Introduction to Information "
                            + "Retrieval, 2008, section 8.4 (R-precision)");

    @Override
    public String name() {
        return "precision-at-truth";
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
                    return ranking.expectedTrue(ranking.trueCells()) / ranking.trueCells();
                });
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of((double) trueCells / cells);
    }
}
