package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The off-heap elements of an array of rank three or less with any strides. Elements are read from
 * and written to heap arrays in 'c' order, in one block where the array is laid out so.
 */
final class StridedArray {
    private static final long MAX_BYTES = Integer.MAX_VALUE;

    private final INDArray array;
    private final int[] shape = {1, 1, 1};
    private final int[] stride = {0, 0, 0};
    private final int span;
    private final boolean dense;

    /** Of an array that {@link #isAddressable is addressable}. */
    StridedArray(INDArray array) {
        this.array = array;
        int rank = array.rank();
        int expected = 1;
        int last = 0;
        boolean inOrder = true;
        for (int axis = rank - 1; axis >= 0; axis--) {
            int at = axis + 3 - rank;
            shape[at] = (int) array.size(axis);
            stride[at] = array.stride(axis);
            inOrder &= shape[at] == 1 || stride[at] == expected;
            expected *= shape[at];
            last += (shape[at] - 1) * stride[at];
        }
        this.span = last + 1;
        this.dense = inOrder;
    }

    /** Whether the elements lie in a block that one NIO buffer can hold. */
    static boolean isAddressable(INDArray array) {
        if (array.rank() > 3 || array.isEmpty()) {
            return false;
        }
        long span = 1;
        for (int axis = 0; axis < array.rank(); axis++) {
            if (array.stride(axis) < 0) {
                return false;
            }
            span += (array.size(axis) - 1) * array.stride(axis);
        }
        return span * array.dataType().width() <= MAX_BYTES;
    }

    /** Whether the elements lie one after the other in 'c' order. */
    boolean isDense() {
        return dense;
    }

    int length() {
        return shape[0] * shape[1] * shape[2];
    }

    /** The first element; the capacity is that of the block. */
    FloatPointer floats() {
        FloatPointer base = new FloatPointer(array.data().pointer());
        long offset = array.offset();
        return base.capacity(offset + span).position(offset);
    }

    /** The first element; the capacity is that of the block. */
    DoublePointer doubles() {
        DoublePointer base = new DoublePointer(array.data().pointer());
        long offset = array.offset();
        return base.capacity(offset + span).position(offset);
    }

    void read(float[] target) {
        FloatBuffer source = floats().asBuffer();
        if (dense) {
            source.get(0, target, 0, length());
        } else {
            int n = 0;
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    int at = i * stride[0] + j * stride[1];
                    for (int k = 0; k < shape[2]; k++) {
                        target[n++] = source.get(at + k * stride[2]);
                    }
                }
            }
        }
    }

    void read(double[] target) {
        DoubleBuffer source = doubles().asBuffer();
        if (dense) {
            source.get(0, target, 0, length());
        } else {
            int n = 0;
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    int at = i * stride[0] + j * stride[1];
                    for (int k = 0; k < shape[2]; k++) {
                        target[n++] = source.get(at + k * stride[2]);
                    }
                }
            }
        }
    }

    void write(float[] source) {
        FloatBuffer target = floats().asBuffer();
        if (dense) {
            target.put(0, source, 0, length());
        } else {
            int n = 0;
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    int at = i * stride[0] + j * stride[1];
                    for (int k = 0; k < shape[2]; k++) {
                        target.put(at + k * stride[2], source[n++]);
                    }
                }
            }
        }
    }

    void write(double[] source) {
        DoubleBuffer target = doubles().asBuffer();
        if (dense) {
            target.put(0, source, 0, length());
        } else {
            int n = 0;
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    int at = i * stride[0] + j * stride[1];
                    for (int k = 0; k < shape[2]; k++) {
                        target.put(at + k * stride[2], source[n++]);
                    }
                }
            }
        }
    }
}
