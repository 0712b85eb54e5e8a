package org.salient4j.framework.cpu;

/** Logistic sigmoid and hyperbolic tangent of double arrays, as exact as {@link Math}. */
final class DoubleActivations {
    private DoubleActivations() {}

    /** {@code x[from..to) = sigmoid(x[from..to))}. */
    static void sigmoid(double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = 1 / (1 + Math.exp(-x[i]));
        }
    }

    /** {@code x[from..to) = tanh(x[from..to))}. */
    static void tanh(double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = Math.tanh(x[i]);
        }
    }
}
