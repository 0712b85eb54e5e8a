package org.salient4j.framework.cpu;

/**
 * Logistic sigmoid and hyperbolic tangent of float arrays, in loops that the JIT turns into vector
 * instructions: no branch, no table, no conversion.
 *
 * <p>tanh(x) ≈ x · P(x²) / Q(x²) for |x| ≤ 9.02, beyond which tanh is 1 in float. P (degree 5) and Q
 * (degree 4) equalise the relative error at the Chebyshev nodes of the interval; it is below 2.5e-9,
 * less than the rounding. sigmoid(x) = ½ + ½ tanh(x / 2). The absolute error of both is below 2e-7,
 * and NaN stays NaN.
 */
final class FloatActivations {
    private static final float BOUND = 9.02f;

    private static final float P0 = 0.9999999992275285f;
    private static final float P1 = 0.13672794655385198f;
    private static final float P2 = 0.003859472431247798f;
    private static final float P3 = 2.783363840792068e-05f;
    private static final float P4 = 3.0189762881770594e-08f;
    private static final float P5 = -1.1933545215301961e-11f;

    private static final float Q1 = 0.47006126720865016f;
    private static final float Q2 = 0.027213251601750813f;
    private static final float Q3 = 0.0003923181972931071f;
    private static final float Q4 = 1.2755133997119283e-06f;

    private FloatActivations() {}

    /** {@code x[from..to) = sigmoid(x[from..to))}. */
    static void sigmoid(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = 0.5f + 0.5f * tanh(0.5f * x[i]);
        }
    }

    /** {@code x[from..to) = tanh(x[from..to))}. */
    static void tanh(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = tanh(x[i]);
        }
    }

    private static float tanh(float x) {
        float v = Math.max(-BOUND, Math.min(BOUND, x));
        float s = v * v;
        float p = Math.fma(s, P5, P4);
        p = Math.fma(s, p, P3);
        p = Math.fma(s, p, P2);
        p = Math.fma(s, p, P1);
        p = Math.fma(s, p, P0);
        float q = Math.fma(s, Q4, Q3);
        q = Math.fma(s, q, Q2);
        q = Math.fma(s, q, Q1);
        q = Math.fma(s, q, 1f);
        return Math.max(-1f, Math.min(1f, v * p / q));
    }
}
