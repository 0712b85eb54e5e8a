package org.salient4j.framework.cpu;

/**
 * Logistic sigmoid, hyperbolic tangent and error function of float arrays, in loops that the JIT
 * turns into vector instructions: no branch, no table, no conversion.
 *
 * <p>tanh(v) ≈ n / q with n = v P(v²), q = Q(v²) for |v| ≤ 4.51; P (degree 3) and Q (degree 4)
 * equalise the relative error at the Chebyshev nodes of the interval, where it is below 6e-10. Then
 * tanh(2v) = 2 n q / (n² + q²): doubling the argument shrinks the rounding errors of n and q where
 * tanh comes near 1, and beyond 9.02 it is 1 in float. sigmoid(x) = ½ + ½ tanh(x / 2). The absolute
 * errors stay below 2e-7 and 1.5e-7, and NaN stays NaN.
 *
 * <p>erf(x) ≈ x R(x²) / S(x²) for |x| ≤ 3.84, R and S of degree 5 with equalised relative error,
 * below 2e-8; beyond it is 1 in float. Rounding makes up to 4e-7 of that.
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

    private static final float ERF_BOUND = 3.84f;

    private static final float R0 = 1.1283791f;
    private static final float R1 = 0.18755995f;
    private static final float R2 = 0.052444573f;
    private static final float R3 = 0.0036617827f;
    private static final float R4 = 0.0002858257f;
    private static final float R5 = 2.1167468e-06f;

    private static final float S1 = 0.49955356f;
    private static final float S2 = 0.11299797f;
    private static final float S3 = 0.014760564f;
    private static final float S4 = 0.0011433198f;
    private static final float S5 = 3.8826667e-05f;

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

    /** {@code x[from..to) = erf(x[from..to))}. */
    static void erf(float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            float v = Math.max(-ERF_BOUND, Math.min(ERF_BOUND, x[i]));
            float s = v * v;
            float r = Math.fma(s, R5, R4);
            r = Math.fma(s, r, R3);
            r = Math.fma(s, r, R2);
            r = Math.fma(s, r, R1);
            r = Math.fma(s, r, R0);
            float q = Math.fma(s, S5, S4);
            q = Math.fma(s, q, S3);
            q = Math.fma(s, q, S2);
            q = Math.fma(s, q, S1);
            q = Math.fma(s, q, 1f);
            x[i] = Math.max(-1f, Math.min(1f, v * r / q));
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
