package org.salient4j.synthetic.latent;

import java.util.random.RandomGenerator;

/**
 * Draws matrices with orthonormal columns, uniformly: the Q of {@code A = QR} for a Gaussian {@code
 * A} and an R with a positive diagonal.
 */
final class OrthonormalMatrix {

    private OrthonormalMatrix() {}

    /**
     * Draws one.
     *
     * @param rows at least columns
     * @return {@code [rows][columns]}
     */
    static double[][] draw(int rows, int columns, RandomGenerator random) {
        double[][] q = new double[columns][rows];
        for (int column = 0; column < columns; column++) {
            double norm;
            do {
                for (int row = 0; row < rows; row++) {
                    q[column][row] = random.nextGaussian();
                }
                norm = orthogonalise(q, column);
                // A draw so near to the earlier columns, which never happens, is not worth keeping.
            } while (norm < 1e-8);
            for (int row = 0; row < rows; row++) {
                q[column][row] /= norm;
            }
        }
        return transposed(q, rows);
    }

    /** Takes the earlier columns out of this one and returns the norm of what is left. */
    private static double orthogonalise(double[][] q, int column) {
        // Twice is enough: the second pass removes what rounding left in the first.
        for (int pass = 0; pass < 2; pass++) {
            for (int earlier = 0; earlier < column; earlier++) {
                double dot = dot(q[earlier], q[column]);
                for (int row = 0; row < q[column].length; row++) {
                    q[column][row] -= dot * q[earlier][row];
                }
            }
        }
        return Math.sqrt(dot(q[column], q[column]));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] transposed(double[][] columns, int rows) {
        double[][] matrix = new double[rows][columns.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.length; column++) {
                matrix[row][column] = columns[column][row];
            }
        }
        return matrix;
    }
}
