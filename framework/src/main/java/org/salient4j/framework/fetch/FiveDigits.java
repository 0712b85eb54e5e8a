package org.salient4j.framework.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.salient4j.framework.InvalidInputException;

/**
 * Numbers with at most five significant digits, written as C's {@code %.5g} writes them: no zeros
 * at the end, an exponent of two digits below 0.0001 and from 100000 on.
 *
 * <p>Only numbers that really have no more digits are written: reading a text back gives the float
 * it was written of.
 */
final class FiveDigits {
    private static final int DIGITS = 5;
    private static final int SMALLEST_PLAIN = -4;
    private static final int LARGEST_POWER = 22;
    private static final double[] POWERS = new double[LARGEST_POWER + 1];

    static {
        // Up to here, powers of ten are exact in a double.
        POWERS[0] = 1;
        for (int i = 1; i <= LARGEST_POWER; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final byte[] text = new byte[32];
    private int length;

    /**
     * Writes a number.
     *
     * @throws InvalidInputException if it has more than five digits, or is not finite
     */
    void write(float value, OutputStream out) throws IOException {
        length = 0;
        if (Float.floatToRawIntBits(value) < 0) {
            put('-');
        }
        double size = Math.abs((double) value);
        if (size == 0) {
            put('0');
        } else {
            put(size, value);
        }
        out.write(text, 0, length);
    }

    private void put(double size, float value) {
        int exponent = (int) Math.floor(Math.log10(size));
        long digits = Math.round(scaled(size, DIGITS - 1 - exponent));
        if (digits >= 100_000) {
            exponent++;
            digits = Math.round(scaled(size, DIGITS - 1 - exponent));
        }
        if (!((float) scaled((double) digits, exponent - (DIGITS - 1)) == (float) size)) {
            throw new InvalidInputException(value + " has more than five digits");
        }
        byte[] all = Long.toString(digits).getBytes(StandardCharsets.US_ASCII);
        int kept = all.length;
        while (kept > 1 && all[kept - 1] == '0') {
            kept--;
        }
        if (exponent < SMALLEST_PLAIN || exponent >= DIGITS) {
            scientific(all, kept, exponent);
        } else {
            plain(all, kept, exponent);
        }
    }

    private static double scaled(double number, int power) {
        if (Math.abs(power) > LARGEST_POWER) {
            return Double.NaN;
        }
        return power < 0 ? number / POWERS[-power] : number * POWERS[power];
    }

    private void scientific(byte[] digits, int kept, int exponent) {
        put((char) digits[0]);
        if (kept > 1) {
            put('.');
            put(digits, 1, kept);
        }
        put('e');
        put(exponent < 0 ? '-' : '+');
        put((char) ('0' + Math.abs(exponent) / 10));
        put((char) ('0' + Math.abs(exponent) % 10));
    }

    private void plain(byte[] digits, int kept, int exponent) {
        if (exponent < 0) {
            put('0');
            put('.');
            for (int i = -1; i > exponent; i--) {
                put('0');
            }
            put(digits, 0, kept);
            return;
        }
        put(digits, 0, exponent + 1);
        if (kept > exponent + 1) {
            put('.');
            put(digits, exponent + 1, kept);
        }
    }

    private void put(char c) {
        text[length++] = (byte) c;
    }

    private void put(byte[] digits, int from, int to) {
        System.arraycopy(digits, from, text, length, to - from);
        length += to - from;
    }
}
