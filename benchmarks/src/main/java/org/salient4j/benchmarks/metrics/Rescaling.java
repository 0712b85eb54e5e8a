package org.salient4j.benchmarks.metrics;

import org.salient4j.framework.InvalidInputException;

/** From one sample's attributions to the map that the metrics rank. */
final class Rescaling {
    private Rescaling() {}

    /** The absolute values; refuses what is not finite. */
    static double[] magnitudes(double[] attributions, int sample) {
        double[] magnitudes = new double[attributions.length];
        for (int cell = 0; cell < magnitudes.length; cell++) {
            double value = attributions[cell];
            if (!Double.isFinite(value)) {
                throw new InvalidInputException(
                        "attributions must be finite, found %s in sample %d, cell %d"
                                .formatted(value, sample, cell));
            }
            magnitudes[cell] = Math.abs(value);
        }
        return magnitudes;
    }

    /** Min-max to [0, 1]; a constant map becomes all zeros. */
    static double[] rescale(double[] magnitude) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = 0;
        for (double value : magnitude) {
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }
        double[] rescaled = new double[magnitude.length];
        double range = maximum - minimum;
        if (range > 0) {
            for (int cell = 0; cell < rescaled.length; cell++) {
                rescaled[cell] = (magnitude[cell] - minimum) / range;
            }
        }
        return rescaled;
    }

    /** Whether a rescaled map is other than all zeros. */
    static boolean hasMass(double[] saliency) {
        for (double value : saliency) {
            if (value > 0) {
                return true;
            }
        }
        return false;
    }
}
