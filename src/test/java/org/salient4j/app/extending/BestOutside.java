package org.salient4j.app.extending;

import org.salient4j.benchmarks.metrics.AttributionMetric;
import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.metrics.MetricContext;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.metrics.Scores;

/** The largest rescaled saliency outside the truth. */
public record BestOutside() implements AttributionMetric {

    @Override
    public String name() {
        return "best-outside";
    }

    @Override
    public MetricDescriptor descriptor() {
        return new MetricDescriptor(
                "Best outside",
                "the largest saliency outside the truth",
                Direction.LOWER,
                0,
                1,
                "|attribution| min-max scaled per sample, truth masks",
                true,
                "One cell decides.",
                "an example");
    }

    @Override
    public Scores evaluate(MetricContext context) {
        return context.scoreEach(
                sample -> {
                    double best = 0;
                    for (int cell = 0; cell < context.cells(); cell++) {
                        if (!context.isTrue(sample, cell)) {
                            best = Math.max(best, context.saliency(sample, cell));
                        }
                    }
                    return best;
                });
    }
}
