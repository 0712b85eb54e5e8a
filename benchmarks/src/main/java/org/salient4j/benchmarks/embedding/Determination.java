package org.salient4j.benchmarks.embedding;

import java.util.Arrays;

/** The coefficient of determination of predictions, and its mean. */
final class Determination {
    private Determination() {}

    /**
     * {@code 1 - |y - predicted|² / |y - mean(y)|²} of one column, {@code NaN} for a constant y.
     */
    static double of(double[][] y, double[][] predicted, int column) {
        double[] centred = ColumnSpan.centred(y, column);
        double total = 0;
        double left = 0;
        for (int row = 0; row < y.length; row++) {
            total += centred[row] * centred[row];
            double error = y[row][column] - predicted[row][column];
            left += error * error;
        }
        return total == 0 ? Double.NaN : 1 - left / total;
    }

    /** Over the values that are there. */
    static double mean(double[] values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
