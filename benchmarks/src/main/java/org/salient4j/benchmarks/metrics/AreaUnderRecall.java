package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The official AUR: the area below the saliency-weighted recall over the shares 0.1 to 0.9 of the
 * map's mass.
 *
 * <p>AUR = trapz(recall(d), d = .1, .2, ..., .9), not divided by the width, so it lies in [0, 0.8].
 * See {@link MassCurves} for the recall. As for {@link AreaUnderPrecision} the official number is
 * the mean of the per-sample areas. A sample whose map has no mass in the truth is skipped, which
 * flatters a method that misses the truth altogether.
 *
 * <p>Use it to compare with published numbers only. To ask whether the truth was found use {@link
 * CountRecall}, {@link PrecisionAtTruth} or {@link AveragePrecision}. Under uniform random scores
 * it is 0.4 in the limit of many cells.
 */
public record AreaUnderRecall() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "AUR",
                    "recall weighted by saliency, area over 10 to 90 % of the mass",
                    Direction.HIGHER,
                    0,
                    Levels.WIDTH,
                    "|attribution| min-max scaled per sample, truth masks",
                    false,
                    "Does not reward sharp maps: with all mass inside the truth recall "
                            + "equals the threshold, so a perfect map scores 0.4, like a random "
                            + "one; never read it alone.",
                    "Ismail et al., Benchmarking Deep Learning Interpretability in Time "
                            + "Series Predictions, NeurIPS 2020");

    @Override
    public String name() {
        return "aur";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        MassCurves curves = context.massCurves();
        return context.scoreEach(sample -> Levels.area(curves.recallOf(sample)));
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of(Levels.WIDTH / 2);
    }
}
