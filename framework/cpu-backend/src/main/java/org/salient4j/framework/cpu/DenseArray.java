package org.salient4j.framework.cpu;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
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

    /** The bits of its floats. */
    static IntBuffer floatBits(INDArray array) {
        IntPointer base = new IntPointer(array.data().pointer());
        return base.position(array.offset()).capacity(array.offset() + array.length()).asBuffer();
    }

    /** The bits of its doubles. */
    static LongBuffer doubleBits(INDArray array) {
        LongPointer base = new LongPointer(array.data().pointer());
        return base.position(array.offset()).capacity(array.offset() + array.length()).asBuffer();
    }

    /** How many bytes its elements take. */
    static int byteLength(INDArray array) {
        return (int) (array.length() * array.dataType().width());
    }

    /** Its elements as bytes. */
    static ByteBuffer bytes(INDArray array) {
        long offset = array.offset() * array.dataType().width();
        BytePointer base = new BytePointer(array.data().pointer());
        return base.position(offset).capacity(offset + byteLength(array)).asByteBuffer();
    }
}
