package org.salient4j.synthetic.latent;

import java.util.random.RandomGenerator;

/**
 * An injective map of random weights from d latents to n neurons, {@code A2 s(A1 s(A0 z + b0) +
 * b1)} or, with two layers, {@code A1 s(A0 z + b0) + b1}.
 *
 * <p>{@code s(u) = tanh u + u / 10} grows everywhere. {@code A0} is orthogonal times the gain,
 * {@code A1} has orthonormal columns times {@code gain √(n / d)}, {@code A2} is orthogonal; the
 * biases are {@code N(0, 0.2²)}.
 */
final class Mixing {

    private static final double BIAS_DEVIATION = 0.2;
    private static final double LEAK = 0.1;

    private final double[][][] weights;
    private final double[][] biases;

    private Mixing(double[][][] weights, double[][] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * Draws a map.
     *
     * @param neurons at least latents
     * @param layers 2 or 3
     */
    static Mixing draw(int latents, int neurons, int layers, double gain, RandomGenerator random) {
        double[][][] weights = new double[layers][][];
        double[][] biases = {new double[latents], new double[neurons], new double[neurons]};
        weights[0] = scaled(OrthonormalMatrix.draw(latents, latents, random), gain);
        weights[1] =
                scaled(
                        OrthonormalMatrix.draw(neurons, latents, random),
                        gain * Math.sqrt(neurons / (double) latents));
        for (int layer = 0; layer < 2; layer++) {
            for (int i = 0; i < biases[layer].length; i++) {
                biases[layer][i] = BIAS_DEVIATION * random.nextGaussian();
            }
        }
        if (layers == 3) {
            weights[2] = OrthonormalMatrix.draw(neurons, neurons, random);
        }
        return new Mixing(weights, biases);
    }

    double[] value(double[] z) {
        double[] h = z;
        for (int layer = 0; layer < weights.length; layer++) {
            h = affine(layer, h);
            if (layer < weights.length - 1) {
                for (int i = 0; i < h.length; i++) {
                    h[i] = Math.tanh(h[i]) + LEAK * h[i];
                }
            }
        }
        return h;
    }

    /** The derivative by the chain rule, {@code [n][d]}. */
    double[][] jacobian(double[] z) {
        double[] h = z;
        double[][] jacobian = weights[0];
        for (int layer = 0; layer < weights.length; layer++) {
            if (layer > 0) {
                jacobian = product(weights[layer], jacobian);
            }
            h = affine(layer, h);
            if (layer < weights.length - 1) {
                jacobian = activate(h, jacobian);
            }
        }
        return jacobian;
    }

    /** Passes values and derivative through s; the values in place. */
    private static double[][] activate(double[] h, double[][] jacobian) {
        double[][] after = new double[h.length][];
        for (int i = 0; i < h.length; i++) {
            double tanh = Math.tanh(h[i]);
            h[i] = tanh + LEAK * h[i];
            double slope = 1 + LEAK - tanh * tanh;
            after[i] = jacobian[i].clone();
            for (int j = 0; j < after[i].length; j++) {
                after[i][j] *= slope;
            }
        }
        return after;
    }

    private double[] affine(int layer, double[] h) {
        double[] sums = biases[layer].clone();
        for (int i = 0; i < sums.length; i++) {
            double[] row = weights[layer][i];
            for (int j = 0; j < row.length; j++) {
                sums[i] += row[j] * h[j];
            }
        }
        return sums;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[k].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return matrix;
    }
}
