package org.salient4j.framework.cpu;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;

/** A vector of ones that grows and is kept. */
final class DoubleOnes {
    private final OffHeapDoubles memory = new OffHeapDoubles();
    private int length;
    private DoublePointer ones;

    /** At least {@code count} ones. */
    DoublePointer ones(int count) {
        if (length < count) {
            double[] values = new double[count];
            Arrays.fill(values, 1);
            ones = memory.filled(values, 0, count);
            length = count;
        }
        return ones;
    }
}
