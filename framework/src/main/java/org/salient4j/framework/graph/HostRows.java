package org.salient4j.framework.graph;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch read and written in place, one row of its first axis at a time: a row stays in the
 * processor's cache, where a copy of the whole batch does not.
 */
public final class HostRows {
    private final INDArray array; // keeps the buffers' memory alive
    private final FloatBuffer floats;
    private final IntBuffer bits;
    private final DoubleBuffer doubles;
    private final float[] row;
    private final int size;

    private HostRows(INDArray array) {
        this.array = array;
        this.size = Math.toIntExact(array.length() / array.size(0));
        boolean single = array.dataType() == DataType.FLOAT;
        this.floats = single ? placed(new FloatPointer(pointer(array)), array).asBuffer() : null;
        this.bits = single ? placed(new IntPointer(pointer(array)), array).asBuffer() : null;
        this.doubles = single ? null : placed(new DoublePointer(pointer(array)), array).asBuffer();
        this.row = single ? new float[size] : null;
    }

    private static Pointer pointer(INDArray array) {
        return array.data().pointer();
    }

    /** The pointer at the array's first cell, no longer than the array. */
    private static <P extends Pointer> P placed(P pointer, INDArray array) {
        long first = array.offset();
        pointer.position(first).capacity(first + array.length());
        return pointer;
    }

    /** Rows of a larger array are one block as well. */
    private static boolean isBlock(INDArray array) {
        return Arrays.equals(array.stride(), Nd4j.getStrides(array.shape(), 'c'));
    }

    /**
     * @param batch [B, …] with cells; a copy is read where it is not FLOAT or DOUBLE in C order
     */
    public static HostRows reading(INDArray batch) {
        INDArray floating = HostArray.floating(batch);
        return new HostRows(isBlock(floating) ? floating : floating.dup('c'));
    }

    /**
     * @param batch [B, …] with cells, fresh: FLOAT or DOUBLE in C order and no view
     */
    public static HostRows writing(INDArray batch) {
        if (HostArray.dense(HostArray.floating(batch)) != batch) {
            throw new IllegalArgumentException(
                    "only a fresh FLOAT or DOUBLE tensor can be written");
        }
        return new HostRows(batch);
    }

    /** Number of rows. */
    public int count() {
        return Math.toIntExact(array.size(0));
    }

    /** Cells of a row. */
    public int size() {
        return size;
    }

    /** Whether the cells are floats, not doubles. */
    public boolean areFloats() {
        return row != null;
    }

    /**
     * Copies a row of floats.
     *
     * @param index which
     * @param into its cells, in C order
     */
    public void read(int index, float[] into) {
        floats.get(index * size, into, 0, size);
    }

    /**
     * Copies a row of floats as {@link Float#floatToRawIntBits their bits}.
     *
     * @param index which
     * @param into its cells, in C order
     */
    public void readBits(int index, int[] into) {
        bits.get(index * size, into, 0, size);
    }

    /**
     * Overwrites a row of floats.
     *
     * @param index which
     * @param from its cells, in C order
     */
    public void write(int index, float[] from) {
        floats.put(index * size, from, 0, size);
    }

    /**
     * Copies a row.
     *
     * @param index which
     * @param into its cells, in C order
     */
    public void read(int index, double[] into) {
        if (row == null) {
            doubles.get(index * size, into, 0, size);
            return;
        }
        floats.get(index * size, row);
        for (int i = 0; i < size; i++) {
            into[i] = row[i];
        }
    }

    /**
     * Overwrites a row.
     *
     * @param index which
     * @param from its cells, in C order
     */
    public void write(int index, double[] from) {
        if (row == null) {
            doubles.put(index * size, from, 0, size);
            return;
        }
        for (int i = 0; i < size; i++) {
            row[i] = (float) from[i];
        }
        floats.put(index * size, row);
    }
}
