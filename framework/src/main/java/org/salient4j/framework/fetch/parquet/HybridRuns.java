package org.salient4j.framework.fetch.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.salient4j.framework.InvalidInputException;

/**
 * Parquet's hybrid encoding of small integers: runs of one value, and runs of eight values packed
 * bit by bit, lowest first.
 */
final class HybridRuns {
    private static final int WIDEST = 32;

    private HybridRuns() {}

    /**
     * @param in the runs; the buffer is left behind the last one that was needed
     * @param width bits of a value, in [0, 32]
     * @param count how many values
     */
    static int[] read(ByteBuffer in, int width, int count) {
        if (width < 0 || width > WIDEST) {
            throw new InvalidInputException("values have " + width + " bits, expected 0 to 32");
        }
        int[] values = new int[count];
        int done = 0;
        while (done < count) {
            long head = Varint.read(in);
            long length = head >>> 1;
            if (length == 0) {
                throw new InvalidInputException("a run of values is empty");
            }
            if ((head & 1) == 0) {
                int upTo = (int) Math.min(count, done + length);
                Arrays.fill(values, done, upTo, repeated(in, width));
                done = upTo;
            } else {
                int upTo = (int) Math.min(count, done + length * 8);
                packed(in, width, length * width, values, done, upTo);
                done = upTo;
            }
        }
        return values;
    }

    private static int repeated(ByteBuffer in, int width) {
        int value = 0;
        for (int shift = 0; shift < width; shift += 8) {
            value |= (in.get() & 0xff) << shift;
        }
        return value;
    }

    private static void packed(
            ByteBuffer in, int width, long bytes, int[] values, int from, int upTo) {
        int end = (int) Math.min(in.limit(), in.position() + bytes);
        long bits = 0;
        int held = 0;
        for (int i = from; i < upTo; i++) {
            while (held < width) {
                bits |= (in.get() & 0xffL) << held;
                held += 8;
            }
            values[i] = (int) (bits & ((1L << width) - 1));
            bits >>>= width;
            held -= width;
        }
        // The last group may be padded.
        in.position(end);
    }
}
