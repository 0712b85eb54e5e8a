package org.salient4j.benchmarks.metrics;

import java.util.OptionalDouble;

/**
 * The official AUPR: the area below the saliency-weighted precision over the saliency-weighted
 * recall, at the nine mass levels.
 *
 * <p>AUPR = trapz(precision, x = recall) over {@link MassCurves}. The number of a set is the area
 * below the averaged curves, {@link Aggregation#AREA_OF_MEAN_CURVE}; it is not the mean of the
 * per-sample areas, and where a sample has a precision but no recall (no mass in the truth) that
 * sample lowers the averaged precision although its own area is missing.
 *
 * <p>Use it to compare with published numbers. {@link AveragePrecision} is the measure of the
 * field. Under uniform random scores it is 0.8 |R| / D in the limit of many cells.
 */
public record AreaUnderPrecisionRecall() implements AttributionMetric {
    private static final MetricDescriptor DESCRIPTOR =
            new MetricDescriptor(
                    "AUPR",
                    "weighted precision over weighted recall, area at 10 to 90 % of the mass",
                    Direction.HIGHER,
                    0,
                    1,
                    "|attribution| min-max scaled per sample, truth masks",
                    true,
                    "Integrates only over the recall reached between 10 % and 90 % of the "
                            + "mass: a map with one cell inside the truth scores 0; prefer AUPRC.",
                    "Ismail et al., Benchmarking Deep Learning Interpretability in Time "
                            + "Series Predictions, NeurIPS 2020");

    @Override
    public String name() {
        return "aupr";
    }

    @Override
    public MetricDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Scores evaluate(MetricContext context) {
        MassCurves curves = context.massCurves();
        Scores areas =
                context.scoreEach(
                        sample -> Levels.area(curves.precisionOf(sample), curves.recallOf(sample)));
        // Recall never falls as the selection grows, so the points are already sorted by it.
        double official = Levels.area(curves.meanPrecision(), curves.meanRecall());
        return new Scores(areas.perSample(), official, Aggregation.AREA_OF_MEAN_CURVE);
    }

    @Override
    public OptionalDouble expectedUnderRandom(int cells, int trueCells) {
        return OptionalDouble.of(Levels.WIDTH * trueCells / cells);
    }
}
