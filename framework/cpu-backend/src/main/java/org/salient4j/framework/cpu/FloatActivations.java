package org.salient4j.framework.cpu;

/**
 * Logistic sigmoid and hyperbolic tangent of float arrays, in loops that the JIT turns into vector
 * instructions: no branch, no table, no conversion.
 *
 * <p>tanh(v) ≈ n / q with n = v P(v²), q = Q(v²) for |v| ≤ 4.51; P (degree 3) and Q (degree 4)
 * equalise the relative error at the Chebyshev nodes of the interval, where it is below 6e-10. Then
 * tanh(2v) = 2 n q / (n² + q²): doubling the argument shrinks the rounding errors of n and q where
 * tanh comes near 1, and beyond 9.02 it is 1 in float. sigmoid(x) = ½ + ½ tanh(x / 2). The absolute
 * errors stay below 2e-7 and 1.5e-7, and NaN stays NaN.
 */
final class FloatActivations {
    private static final float BOUND = 4.51f;

    private static final float P1 = 0.1319321406283075f;
    private static final float P2 = 0.0032518200580002278f;
    private static final float P3 = 1.5179673631789696e-05f;

    private static final float Q1 = 0.4652654715425106f;
    private static final float Q2 = 0.02500698455813042f;
    private static final float Q3 = 0.0002836909849514315f;
    private static final float Q4 = 3.806148791045951e-07f;

    private FloatActivations() {}

    /** {@code x[from..to) = sigmoid(x[from..to))}. */
    static void sigmoid(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = 0.5f + halfTanhOfTwice(0.25f * x[i]);
        }
    }

    /** {@code x[from..to) = tanh(x[from..to))}. */
    static void tanh(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = 2f * halfTanhOfTwice(0.5f * x[i]);
        }
    }

    /** {@code ½ tanh(2x)}. */
    private static float halfTanhOfTwice(float x) {
        float v = Math.max(-BOUND, Math.min(BOUND, x));
        float s = v * v;
        float p = Math.fma(s, P3, P2);
        p = Math.fma(s, p, P1);
        p = Math.fma(s, p, 1f);
        float q = Math.fma(s, Q4, Q3);
        q = Math.fma(s, q, Q2);
        q = Math.fma(s, q, Q1);
        q = Math.fma(s, q, 1f);
        float n = v * p;
        return n * q / Math.fma(n, n, q * q);
    }
}
