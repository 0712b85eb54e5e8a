package org.salient4j.benchmarks.images;

import java.util.List;
import org.salient4j.attribution.Aggregate;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.SmoothGrad;
import org.salient4j.benchmarks.published.PublishedMethods;

/** The methods of the image experiments. */
final class ImageMethods {
    /** What gradients are described by. */
    static final String GRADIENT = "gradient";

    private ImageMethods() {}

    /**
     * The paper's six as its code sets them for images: SmoothGrad averages squares.
     *
     * @param baselines of DeepSHAP, whose cost grows with them
     */
    static List<AttributionMethod> six(int baselines) {
        return PublishedMethods.complete(baselines).stream()
                .map(
                        method ->
                                method instanceof SmoothGrad smooth
                                        ? new SmoothGrad(
                                                smooth.samples(),
                                                smooth.sigma(),
                                                smooth.relative(),
                                                Aggregate.SQUARED,
                                                smooth.output(),
                                                smooth.noise())
                                        : method)
                .toList();
    }
}
