package org.salient4j.benchmarks.embedding;

import java.util.Arrays;

/**
 * An orthonormal basis of what the columns of a matrix span after their means were taken off: what
 * a linear regression with intercept can reach.
 *
 * <p>Pivoted Gram-Schmidt with a second pass, on columns of unit length. A column that the earlier
 * ones explain up to 1e-10 of its length adds nothing, so dependent and constant columns do no
 * harm.
 */
final class ColumnSpan {
    private static final double DEPENDENT = 1e-10;
    private static final double CONSTANT = 1e-12;

    private final double[][] basis;

    private ColumnSpan(double[][] basis) {
        this.basis = basis;
    }

    static ColumnSpan of(double[][] rows) {
        int columns = rows[0].length;
        double[][] left = new double[columns][];
        for (int column = 0; column < columns; column++) {
            left[column] = centred(rows, column);
            double norm = norm(left[column]);
            if (norm > 0) {
                scale(left[column], 1 / norm);
            }
        }
        double[][] basis = new double[Math.min(columns, rows.length)][];
        int rank = 0;
        for (; rank < basis.length; rank++) {
            int longest = rank;
            for (int column = rank + 1; column < columns; column++) {
                if (norm(left[column]) > norm(left[longest])) {
                    longest = column;
                }
            }
            double[] next = left[longest];
            left[longest] = left[rank];
            // The first pass was made step by step below; this one removes its rounding.
            for (int k = 0; k < rank; k++) {
                takeOut(basis[k], next);
            }
            double norm = norm(next);
            if (norm <= DEPENDENT) {
                break;
            }
            scale(next, 1 / norm);
            basis[rank] = next;
            for (int column = rank + 1; column < columns; column++) {
                takeOut(next, left[column]);
            }
        }
        return new ColumnSpan(Arrays.copyOf(basis, rank));
    }

    int rank() {
        return basis.length;
    }

    /** The share of a column's variance that the span explains, {@code NaN} for a constant. */
    double determination(double[] centred) {
        double total = dot(centred, centred);
        if (total == 0) {
            return Double.NaN;
        }
        double[] residual = centred.clone();
        for (double[] direction : basis) {
            takeOut(direction, residual);
        }
        // Rounding must not make a share negative.
        return Math.max(0, 1 - dot(residual, residual) / total);
    }

    /** A column less its mean; all zeros when it is constant but for rounding. */
    static double[] centred(double[][] rows, int column) {
        double[] values = new double[rows.length];
        double mean = 0;
        for (int row = 0; row < rows.length; row++) {
            values[row] = rows[row][column];
            mean += values[row] / rows.length;
        }
        double size = norm(values);
        for (int row = 0; row < rows.length; row++) {
            values[row] -= mean;
        }
        return norm(values) <= CONSTANT * size ? new double[rows.length] : values;
    }

    private static void takeOut(double[] direction, double[] values) {
        double dot = dot(direction, values);
        for (int i = 0; i < values.length; i++) {
            values[i] -= dot * direction[i];
        }
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(dot(values, values));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
