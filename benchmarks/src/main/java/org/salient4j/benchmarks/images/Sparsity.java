package org.salient4j.benchmarks.images;

import java.util.Arrays;

/**
 * How much of a map lies in few of its cells, by three measures that no scale changes. Of maps that
 * are all zero they do not exist and are {@code NaN}.
 *
 * <p>Sparse is not right: a map that points at one wrong pixel is as sparse as can be.
 *
 * @param gini of the magnitudes, 0 for equal ones to 1 - 1/n for a single one (Hurley and Rickard
 *     2009): 1 - 2 Σ |g|₍ₖ₎/‖g‖₁ · (n - k + 1/2)/n, in rising order
 * @param hoyer (√n - ‖g‖₁/‖g‖₂)/(√n - 1), 0 for equal magnitudes to 1 for a single one (Hoyer 2004)
 * @param kurtosis fourth central moment over the squared second one, of the signed values: 3 for
 *     normal ones, more for heavy tails
 */
public record Sparsity(double gini, double hoyer, double kurtosis) {

    /**
     * Measures one map.
     *
     * @param map signed, at least two cells
     */
    public static Sparsity of(double... map) {
        int n = map.length;
        double[] rising = new double[n];
        double sum = 0;
        double squares = 0;
        double mean = 0;
        for (int i = 0; i < n; i++) {
            rising[i] = Math.abs(map[i]);
            sum += rising[i];
            squares += map[i] * map[i];
            mean += map[i] / n;
        }
        if (sum == 0) {
            return new Sparsity(Double.NaN, Double.NaN, Double.NaN);
        }
        Arrays.sort(rising);
        double weighted = 0;
        for (int k = 0; k < n; k++) {
            weighted += rising[k] / sum * (n - k - 0.5) / n;
        }
        double second = 0;
        double fourth = 0;
        for (double value : map) {
            double off = (value - mean) * (value - mean);
            second += off / n;
            fourth += off * off / n;
        }
        double root = Math.sqrt(n);
        return new Sparsity(
                1 - 2 * weighted,
                (root - sum / Math.sqrt(squares)) / (root - 1),
                second > 0 ? fourth / (second * second) : Double.NaN);
    }

    /** The mean over maps; those that have no value do not count. */
    public static Sparsity mean(Iterable<Sparsity> maps) {
        double[] sums = new double[3];
        int[] counts = new int[3];
        for (Sparsity map : maps) {
            double[] values = {map.gini, map.hoyer, map.kurtosis};
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    sums[i] += values[i];
                    counts[i]++;
                }
            }
        }
        return new Sparsity(sums[0] / counts[0], sums[1] / counts[1], sums[2] / counts[2]);
    }
}
