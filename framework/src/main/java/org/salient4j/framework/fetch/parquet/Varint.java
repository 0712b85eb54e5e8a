package org.salient4j.framework.fetch.parquet;

import java.nio.ByteBuffer;
import org.salient4j.framework.InvalidInputException;

/** Integers of variable length: seven bits a byte, the lowest first. */
final class Varint {
    private static final int LONGEST = 63;

    private Varint() {}

    static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift <= LONGEST; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new InvalidInputException("an integer has more than 64 bits");
    }
}
