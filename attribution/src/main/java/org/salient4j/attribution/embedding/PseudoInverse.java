package org.salient4j.attribution.embedding;

import java.util.Arrays;

/**
 * The Moore-Penrose pseudo-inverse A⁺ of a small matrix: the inverse of what A does on the
 * directions that it keeps, and 0 on those that it loses. Of all matrices P that come nearest to AP
 * = I it is the smallest.
 *
 * <p>With the singular values s and vectors of A = U diag(s) Vᵀ, A⁺ = V diag(1/s) Uᵀ over the s
 * above {@code cutoff} · s_max; their number is the numerical rank. A matrix whose singular values
 * come from rounding, such as the Jacobian of a normalised embedding, has them at 1e-7 (float) or
 * 1e-16 (double) of the largest: without the cut-off their inverses would drown everything else.
 *
 * <p>Singular values and vectors by one-sided Jacobi rotations of the shorter side (Hestenes 1958),
 * in double: simple, and exact to the relative accuracy of each singular value also where rows
 * differ by many orders of magnitude, which a decomposition of A Aᵀ is not. Meant for matrices with
 * one short side of some tens.
 *
 * @param rows of the inverse: columns of A
 * @param columns of the inverse: rows of A
 * @param values of the inverse, in C order
 * @param rank numerical rank
 * @param singularValues all of A's, descending, as many as its shorter side
 */
public record PseudoInverse(
        int rows, int columns, double[] values, int rank, double[] singularValues) {

    /** Singular values that are negligible beside the largest. */
    public static final double CUTOFF = 1e-6;

    private static final int MAX_SWEEPS = 60;

    /**
     * @param matrix A in C order
     * @param rows of A, at least 1
     * @param columns of A, at least 1
     * @param cutoff share of the largest singular value up to which one counts as 0, in [0, 1)
     * @throws IllegalArgumentException if a size does not fit or a value is not finite
     */
    public static PseudoInverse of(double[] matrix, int rows, int columns, double cutoff) {
        requireCutoff(cutoff);
        if (rows < 1 || columns < 1 || matrix.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix of %d x %d must have its size in values, found %d"
                            .formatted(rows, columns, matrix.length));
        }
        for (int i = 0; i < matrix.length; i++) {
            if (!Double.isFinite(matrix[i])) {
                throw new IllegalArgumentException(
                        "the matrix must be finite, was %s at [%d, %d]"
                                .formatted(matrix[i], i / columns, i % columns));
            }
        }
        if (rows <= columns) {
            return ofWide(matrix, rows, columns, cutoff);
        }
        // The inverse of the transpose is the transpose of the inverse.
        PseudoInverse other = ofWide(transpose(matrix, rows, columns), columns, rows, cutoff);
        return new PseudoInverse(
                columns,
                rows,
                transpose(other.values, rows, columns),
                other.rank,
                other.singularValues);
    }

    static void requireCutoff(double cutoff) {
        if (!(cutoff >= 0 && cutoff < 1)) {
            throw new IllegalArgumentException("cutoff must be in [0, 1), was " + cutoff);
        }
    }

    /** The rows of A are rotated until they are orthogonal: Q A = W, so A = Qᵀ W. */
    private static PseudoInverse ofWide(double[] matrix, int rows, int columns, double cutoff) {
        int exponent = exponent(matrix);
        double[][] w = new double[rows][columns];
        double[][] q = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            q[i][i] = 1;
            for (int j = 0; j < columns; j++) {
                w[i][j] = Math.scalb(matrix[i * columns + j], -exponent);
            }
        }
        orthogonalise(w, q);
        double[] singular = new double[rows];
        Arrays.setAll(singular, i -> Math.sqrt(dot(w[i], w[i])));
        double least = cutoff * Arrays.stream(singular).max().orElseThrow();
        double[] inverse = new double[columns * rows];
        int rank = 0;
        for (int i = 0; i < rows; i++) {
            if (singular[i] > least) {
                rank++;
                addOuter(inverse, w[i], q[i], singular[i], exponent);
            }
        }
        double[] sorted = Arrays.stream(singular).map(s -> Math.scalb(s, exponent)).toArray();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length / 2; i++) {
            double low = sorted[i];
            sorted[i] = sorted[sorted.length - 1 - i];
            sorted[sorted.length - 1 - i] = low;
        }
        return new PseudoInverse(columns, rows, inverse, rank, sorted);
    }

    /** The power of two that brings the largest value to about 1: squares then stay in range. */
    private static int exponent(double[] matrix) {
        double largest = 0;
        for (double value : matrix) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private static void orthogonalise(double[][] w, double[][] q) {
        double tolerance = Math.ulp(1.0) * Math.sqrt(w[0].length);
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < MAX_SWEEPS; sweep++) {
            rotated = false;
            for (int i = 0; i < w.length; i++) {
                for (int j = i + 1; j < w.length; j++) {
                    double a = dot(w[i], w[i]);
                    double b = dot(w[j], w[j]);
                    double c = dot(w[i], w[j]);
                    if (Math.abs(c) > tolerance * Math.sqrt(a) * Math.sqrt(b)) {
                        rotate(w, q, i, j, (b - a) / (2 * c));
                        rotated = true;
                    }
                }
            }
        }
    }

    /**
     * @param zeta cotangent of twice the angle that makes rows i and j orthogonal
     */
    private static void rotate(double[][] w, double[][] q, int i, int j, double zeta) {
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        rotate(w[i], w[j], cosine, sine);
        rotate(q[i], q[j], cosine, sine);
    }

    private static void rotate(double[] x, double[] y, double cosine, double sine) {
        for (int k = 0; k < x.length; k++) {
            double old = x[k];
            x[k] = cosine * old - sine * y[k];
            y[k] = sine * old + cosine * y[k];
        }
    }

    /** Adds w qᵀ / s², that is v uᵀ / s. */
    private static void addOuter(
            double[] inverse, double[] w, double[] q, double singular, int exponent) {
        for (int j = 0; j < w.length; j++) {
            double share = Math.scalb(w[j] / singular / singular, -exponent);
            for (int i = 0; i < q.length; i++) {
                inverse[j * q.length + i] += share * q[i];
            }
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }

    private static double[] transpose(double[] matrix, int rows, int columns) {
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = matrix[i * columns + j];
            }
        }
        return transposed;
    }
}
