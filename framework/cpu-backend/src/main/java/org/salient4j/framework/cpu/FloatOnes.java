package org.salient4j.framework.cpu;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/** A vector of ones that grows and is kept. */
final class FloatOnes {
    private final OffHeapFloats memory = new OffHeapFloats();
    private int length;
    private FloatPointer ones;

    /** At least {@code count} ones. */
    FloatPointer ones(int count) {
        if (length < count) {
            float[] values = new float[count];
            Arrays.fill(values, 1f);
            ones = memory.filled(values, 0, count);
            length = count;
        }
        return ones;
    }
}
