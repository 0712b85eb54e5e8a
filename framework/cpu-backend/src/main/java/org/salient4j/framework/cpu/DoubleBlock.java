package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A block of an array in a {@link BroadcastLoop}, on the heap: copying a block there and back costs
 * a fraction of what loops over off-heap memory lose, which the JIT does not turn into vector
 * instructions.
 *
 * <p>The classes for the other real type are the same word for word but for the type.
 */
final class DoubleBlock {
    private final DoubleBuffer buffer;
    private final int rowStride;
    private final int columnStride;
    private final double[] elements;
    private int repeatedAt = -1;
    private int repeatedRows;

    /**
     * @param elements scratch memory for a block
     */
    DoubleBlock(INDArray array, BroadcastLoop loop, int index, double[] elements) {
        this.buffer = buffer(array);
        this.rowStride = loop.rowStride(index);
        this.columnStride = loop.columnStride(index);
        this.elements = elements;
    }

    /** The memory that the array lies in, from its very beginning. */
    static DoubleBuffer buffer(INDArray array) {
        long span = 1 + array.offset();
        for (int axis = 0; axis < array.rank(); axis++) {
            span += (array.size(axis) - 1) * array.stride(axis);
        }
        return new DoublePointer(array.data().pointer()).capacity(span).asBuffer();
    }

    /** The elements of the block last read, row after row. */
    double[] elements() {
        return elements;
    }

    /** Reads a block, repeating what broadcasts. */
    void read(int offset, int rows, int columns) {
        if (columnStride == 1 && (rows == 1 || rowStride == columns)) {
            buffer.get(offset, elements, 0, rows * columns);
        } else if (rowStride == 0) {
            repeat(offset, rows, columns);
        } else {
            for (int row = 0; row < rows; row++) {
                readRow(offset + row * rowStride, row * columns, columns);
            }
        }
    }

    /** A row, for every row of the block: most often the same as in the block before. */
    private void repeat(int offset, int rows, int columns) {
        if (offset == repeatedAt && rows <= repeatedRows) {
            return;
        }
        readRow(offset, 0, columns);
        for (int row = 1; row < rows; row++) {
            System.arraycopy(elements, 0, elements, row * columns, columns);
        }
        repeatedAt = offset;
        repeatedRows = rows;
    }

    private void readRow(int offset, int to, int columns) {
        if (columnStride == 1) {
            buffer.get(offset, elements, to, columns);
        } else if (columnStride == 0) {
            Arrays.fill(elements, to, to + columns, buffer.get(offset));
        } else {
            for (int i = 0; i < columns; i++) {
                elements[to + i] = buffer.get(offset + i * columnStride);
            }
        }
    }

    /** Writes a block. */
    void write(double[] source, int offset, int rows, int columns) {
        if (columnStride == 1 && (rows == 1 || rowStride == columns)) {
            buffer.put(offset, source, 0, rows * columns);
            return;
        }
        for (int row = 0; row < rows; row++) {
            int to = offset + row * rowStride;
            if (columnStride == 1) {
                buffer.put(to, source, row * columns, columns);
            } else {
                for (int i = 0; i < columns; i++) {
                    buffer.put(to + i * columnStride, source[row * columns + i]);
                }
            }
        }
    }

    /** Sets a block to zero. */
    void clear(int offset, int rows, int columns) {
        Arrays.fill(elements, 0, rows * columns, 0);
        write(elements, offset, rows, columns);
    }

    /** Adds a block to the elements that it broadcasts from: sums over the axes that repeat. */
    void add(double[] source, int offset, int rows, int columns) {
        if (columnStride == 0) {
            for (int row = 0; row < rows; row++) {
                int to = offset + row * rowStride;
                buffer.put(to, buffer.get(to) + sum(source, row * columns, columns));
            }
        } else if (rowStride == 0) {
            readRow(offset, 0, columns);
            for (int row = 0; row < rows; row++) {
                addTo(elements, source, row * columns, columns);
            }
            write(elements, offset, 1, columns);
        } else {
            read(offset, rows, columns);
            addTo(elements, source, 0, rows * columns);
            write(elements, offset, rows, columns);
        }
    }

    private static void addTo(double[] total, double[] source, int from, int length) {
        for (int i = 0; i < length; i++) {
            total[i] += source[from + i];
        }
    }

    /** In eight sums at once, which the processor adds side by side. */
    static double sum(double[] source, int from, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = from;
        int end = from + length;
        for (; i + 8 <= end; i += 8) {
            a += source[i];
            b += source[i + 1];
            c += source[i + 2];
            d += source[i + 3];
            e += source[i + 4];
            f += source[i + 5];
            g += source[i + 6];
            h += source[i + 7];
        }
        for (; i < end; i++) {
            a += source[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
