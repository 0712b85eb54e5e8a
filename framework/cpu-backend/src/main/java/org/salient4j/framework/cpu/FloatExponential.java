package org.salient4j.framework.cpu;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The exponential of float arrays, with the scratch memory of one thread, in loops that the JIT
 * turns into vector instructions.
 *
 * <p>With x = n ln 2 + r, |r| ≤ ½ ln 2, exp(x) = 2ⁿ exp(r). A float of 1.5 · 2²³ + x / ln 2 has n
 * in its last bits; exp(r) = 1 + r + r² P(r), where P (degree 4) equalises the relative error,
 * below 4e-9. 2ⁿ is made of bits. Floats become integers by way of memory: their bits are written
 * as the one and read as the other.
 */
final class FloatExponential {
    private static final float LOWEST = -88f;
    private static final float HIGHEST = 89f;

    private static final float PER_LN2 = 1.4426950408889634f;
    private static final float LN2 = 0.6931471805599453f;

    /** What the float above lacks of ln 2. */
    private static final float LN2_REST = (float) (0.6931471805599453 - LN2);

    private static final float ROUNDING = 12582912f;
    private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

    private static final float P0 = 0.4999999403953552f;
    private static final float P1 = 0.1666652113199234f;
    private static final float P2 = 0.04166838899254799f;
    private static final float P3 = 0.00836874544620514f;
    private static final float P4 = 0.0013814539415761828f;

    private static final int FRACTION_BITS = 23;

    /**
     * One less than that of a float's exponent: 2ⁿ may be too large where 2 · 2ⁿ⁻¹ exp(r) is not.
     */
    private static final int BIAS = 126;

    private final float[] powers;
    private final int[] bits;
    private final FloatBuffer asFloats;
    private final IntBuffer asIntegers;

    /**
     * @param longest elements that are ever worked on at once
     */
    FloatExponential(int longest) {
        this.powers = new float[longest];
        this.bits = new int[longest];
        ByteBuffer memory =
                ByteBuffer.allocateDirect(longest * Float.BYTES).order(ByteOrder.nativeOrder());
        this.asFloats = memory.asFloatBuffer();
        this.asIntegers = memory.asIntBuffer();
    }

    /** {@code x[0..n) = exp(x[0..n))}. */
    void apply(float[] x, int n) {
        round(x, powers, n);
        asFloats.put(0, powers, 0, n);
        asIntegers.get(0, bits, 0, n);
        ofRest(x, powers, n);
        toPowers(bits, n);
        asIntegers.put(0, bits, 0, n);
        asFloats.get(0, powers, 0, n);
        multiply(x, powers, n);
    }

    private static void round(float[] x, float[] rounded, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.max(LOWEST, Math.min(HIGHEST, x[i]));
            rounded[i] = Math.fma(v, PER_LN2, ROUNDING);
        }
    }

    /** Twice the exponential of r. */
    private static void ofRest(float[] x, float[] rounded, int n) {
        for (int i = 0; i < n; i++) {
            float v = Math.max(LOWEST, Math.min(HIGHEST, x[i]));
            float whole = rounded[i] - ROUNDING;
            float r = Math.fma(whole, -LN2_REST, Math.fma(whole, -LN2, v));
            float p = Math.fma(r, P4, P3);
            p = Math.fma(r, p, P2);
            p = Math.fma(r, p, P1);
            p = Math.fma(r, p, P0);
            p = Math.fma(r, p, 1f);
            x[i] = 2f * Math.fma(r, p, 1f);
        }
    }

    /** From n with the rounding constant to the bits of 2ⁿ⁻¹; of zero where that is no float. */
    private static void toPowers(int[] bits, int n) {
        for (int i = 0; i < n; i++) {
            int exponent = bits[i] - ROUNDING_BITS + BIAS;
            bits[i] = (exponent << FRACTION_BITS) & ~((exponent - 1) >> 31);
        }
    }

    private static void multiply(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            x[i] *= y[i];
        }
    }
}
