package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The official AUP: the area below the saliency-weighted precision over the shares 0.1 to 0.9 of
 * the map's mass.
 *
 * <p>AUP = trapz(precision(d), d = .1, .2, ..., .9), not divided by the width, so it lies in [0,
 * 0.8]. See {@link MassCurves} for the precision. The area is linear in the curve and a sample is
 * valid at all levels or at none, so the official number (area of the averaged curve) is the mean
 * of the per-sample areas.
 *
 * <p>Use it to compare with published numbers, beside a measure of coverage such as {@link
 * CountRecall}. Do not use it to ask whether the whole truth was found. Under uniform random scores
 * it is 0.8 |R| / D, exactly.
 */
public record AreaUnderPrecision() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "AUP",
                    "precision weighted by saliency, area over 10 to 90 % of the mass",
                    Direction.HIGHER,
                    0,
                    Levels.WIDTH,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "At most 0.8; a map with one cell inside the truth already reaches " + "it.",
                    "Ismail et al., Benchmarking Deep Learning Interpretability in Time "
                            + "Series Predictions, NeurIPS 2020");

    @Override
    public String name() {
        return "aup";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        MassCurves curves = context.massCurves();
        return context.scoreEach(sample -> Levels.area(curves.precisionOf(sample)));
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of(Levels.WIDTH * trueCells / cells);
    }
}
