package org.salient4j.benchmarks.statistics;

import java.util.Arrays;

/** Leaves missing values out. */
final class Present {
    private Present() {}

    /** The values that are there; infinite ones are a mistake upstream and refused. */
    static double[] in(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        "values must be finite or NaN, found " + values[i] + " at " + i);
            }
        }
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** The differences first - second of the pairs of which both values are there. */
    static double[] differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs need two lists of one length, were %d and %d"
                            .formatted(first.length, second.length));
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return in(differences);
    }

    static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), was " + confidence);
        }
        return confidence;
    }
}
