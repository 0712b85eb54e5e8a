package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The off-heap elements of an array that lie one after the other in 'c' order. */
final class DenseArray {
    private DenseArray() {}

    /** Whether the elements do, in a block that one NIO buffer can hold. */
    static boolean isDense(INDArray array) {
        if (array.isEmpty() || array.length() * array.dataType().width() > Integer.MAX_VALUE) {
            return false;
        }
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) != 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }

    static FloatBuffer floats(INDArray array) {
        FloatPointer base = new FloatPointer(array.data().pointer());
        return base.position(array.offset()).capacity(array.offset() + array.length()).asBuffer();
    }

    static DoubleBuffer doubles(INDArray array) {
        DoublePointer base = new DoublePointer(array.data().pointer());
        return base.position(array.offset()).capacity(array.offset() + array.length()).asBuffer();
    }
}
