package org.salient4j.framework.saliency;

/**
 * Integers in the order of floats, made of the floats' bits without a branch: comparisons of
 * integers cost what they should where comparisons of floats would be mispredicted half the time.
 * Zeros of both signs are one integer; NaN stands above or below all numbers, by its sign.
 */
final class FloatOrder {
    private FloatOrder() {}

    /** Puts keys in the place of bits. */
    static void ofBits(int[] bits) {
        for (int i = 0; i < bits.length; i++) {
            int sign = bits[i] >> 31;
            bits[i] = ((bits[i] & Integer.MAX_VALUE) ^ sign) - sign;
        }
    }

    /** Puts keys of the floats' magnitudes in the place of bits. */
    static void ofMagnitudes(int[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] &= Integer.MAX_VALUE;
        }
    }

    /** The float of a key. */
    static float value(int key) {
        int sign = key >> 31;
        return Float.intBitsToFloat(((key ^ sign) - sign) | (sign & Integer.MIN_VALUE));
    }
}
