package org.salient4j.framework.cpu;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loop over the elements of arrays that broadcast to one shape, in blocks of rows that fit into
 * the cache.
 *
 * <p>Axes that lie one after the other in memory in every array are one axis, so that arrays of one
 * shape are a single run and a bias is a row that repeats or a column that does. A block is some
 * rows of the last two axes, or part of one row.
 */
final class BroadcastLoop {
    /** Elements of a block at most. */
    static final int BLOCK = 4096;

    private static final long MAX_BYTES = Integer.MAX_VALUE;

    private final int[] sizes;
    private final int[][] strides;
    private final int[] start;

    /** What is done with a block. */
    @FunctionalInterface
    interface Body {
        /**
         * @param offsets of the block's first element in each array
         */
        void block(int[] offsets, int rows, int columns);
    }

    private BroadcastLoop(int[] sizes, int[][] strides, int[] start) {
        this.sizes = sizes;
        this.strides = strides;
        this.start = start;
    }

    /**
     * The loop over arrays where they are.
     *
     * @param shape that all arrays broadcast to, not empty
     * @param arrays {@link #isAddressable addressable} ones; memory is walked as the first one lies
     */
    static BroadcastLoop over(long[] shape, List<INDArray> arrays) {
        int count = arrays.size();
        int rank = shape.length;
        int[] sizes = new int[rank];
        int[][] strides = new int[count][rank];
        int axes = 0;
        for (int axis = 0; axis < rank; axis++) {
            if (shape[axis] == 1) {
                continue;
            }
            sizes[axes] = (int) shape[axis];
            for (int i = 0; i < count; i++) {
                INDArray array = arrays.get(i);
                int at = axis - rank + array.rank();
                strides[i][axes] = at < 0 || array.size(at) == 1 ? 0 : array.stride(at);
            }
            axes++;
        }
        sortByFirst(sizes, strides, axes);
        axes = merge(sizes, strides, axes);
        int[] start = new int[count];
        for (int i = 0; i < count; i++) {
            start[i] = (int) arrays.get(i).offset();
        }
        return new BroadcastLoop(Arrays.copyOf(sizes, axes), strides, start);
    }

    /** Whether the elements lie in a block of memory that one NIO buffer can hold. */
    static boolean isAddressable(INDArray array) {
        if (array.isEmpty()) {
            return false;
        }
        long span = 1 + array.offset();
        for (int axis = 0; axis < array.rank(); axis++) {
            if (array.stride(axis) < 0) {
                return false;
            }
            span += (array.size(axis) - 1) * array.stride(axis);
        }
        return span * array.dataType().width() <= MAX_BYTES;
    }

    /** Whether all arrays are of the type of the first, float or double, and addressable. */
    static boolean areReal(List<INDArray> arrays) {
        DataType type = arrays.get(0).dataType();
        if (type != DataType.FLOAT && type != DataType.DOUBLE) {
            return false;
        }
        for (INDArray array : arrays) {
            if (array.dataType() != type || !isAddressable(array)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shape is that which the arrays broadcast to. */
    static boolean isOf(long[] shape, INDArray... arrays) {
        int rank = shape.length;
        for (int axis = 0; axis < rank; axis++) {
            long largest = 0;
            for (INDArray array : arrays) {
                int at = axis - rank + array.rank();
                if (at >= 0 && array.size(at) != 1 && array.size(at) != shape[axis]) {
                    return false;
                }
                largest = Math.max(largest, at < 0 ? 0 : array.size(at));
            }
            if (largest != shape[axis]) {
                return false;
            }
        }
        return Arrays.stream(arrays).allMatch(array -> array.rank() <= rank);
    }

    /** The step from row to row of a block in an array. */
    int rowStride(int array) {
        return sizes.length < 2 ? 0 : strides[array][sizes.length - 2];
    }

    /** The step from column to column of a block in an array. */
    int columnStride(int array) {
        return sizes.length < 1 ? 0 : strides[array][sizes.length - 1];
    }

    /** Runs the body on block after block, in a fixed order. */
    void run(Body body) {
        int axes = sizes.length;
        int columns = axes < 1 ? 1 : sizes[axes - 1];
        int rows = axes < 2 ? 1 : sizes[axes - 2];
        int rowsOfBlock = Math.max(1, Math.min(rows, BLOCK / columns));
        int[] outer = new int[Math.max(0, axes - 2)];
        int[] offsets = new int[start.length];
        do {
            for (int row = 0; row < rows; row += rowsOfBlock) {
                for (int column = 0; column < columns; column += BLOCK) {
                    for (int i = 0; i < offsets.length; i++) {
                        offsets[i] = start[i] + row * rowStride(i) + column * columnStride(i);
                        for (int axis = 0; axis < outer.length; axis++) {
                            offsets[i] += outer[axis] * strides[i][axis];
                        }
                    }
                    body.block(
                            offsets,
                            Math.min(rowsOfBlock, rows - row),
                            Math.min(BLOCK, columns - column));
                }
            }
        } while (next(outer));
    }

    private boolean next(int[] outer) {
        for (int axis = outer.length - 1; axis >= 0; axis--) {
            if (++outer[axis] < sizes[axis]) {
                return true;
            }
            outer[axis] = 0;
        }
        return false;
    }

    /** Puts axes with long steps in the first array before those with short ones. */
    private static void sortByFirst(int[] sizes, int[][] strides, int axes) {
        for (int axis = 1; axis < axes; axis++) {
            for (int at = axis; at > 0 && strides[0][at] > strides[0][at - 1]; at--) {
                swap(sizes, at);
                for (int[] ofArray : strides) {
                    swap(ofArray, at);
                }
            }
        }
    }

    private static void swap(int[] values, int at) {
        int value = values[at];
        values[at] = values[at - 1];
        values[at - 1] = value;
    }

    private static int merge(int[] sizes, int[][] strides, int axes) {
        int last = 0;
        for (int axis = 1; axis < axes; axis++) {
            boolean joined = true;
            for (int[] ofArray : strides) {
                joined &= ofArray[last] == ofArray[axis] * sizes[axis];
            }
            if (joined) {
                sizes[last] *= sizes[axis];
            } else {
                sizes[++last] = sizes[axis];
            }
            for (int[] ofArray : strides) {
                ofArray[last] = ofArray[axis];
            }
        }
        return axes == 0 ? 0 : last + 1;
    }
}
