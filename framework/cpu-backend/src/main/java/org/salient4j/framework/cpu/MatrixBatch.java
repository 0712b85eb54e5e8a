package org.salient4j.framework.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The matrices in the last two axes of an array, one for each index of the others, as BLAS sees
 * them: where each begins, and whether its rows or its columns are runs of memory. Permuted arrays
 * need no copy.
 */
final class MatrixBatch {
    private final INDArray array;
    private final long[] offsets;
    private final int rows;
    private final int columns;
    private final long rowStride;
    private final long columnStride;

    private MatrixBatch(
            INDArray array,
            long[] offsets,
            int rows,
            int columns,
            long rowStride,
            long columnStride) {
        this.array = array;
        this.offsets = offsets;
        this.rows = rows;
        this.columns = columns;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
    }

    /** Of an array that {@link #isAddressable is addressable}. */
    static MatrixBatch of(INDArray array) {
        int last = array.rank() - 1;
        return new MatrixBatch(
                array,
                offsets(array),
                (int) array.size(last - 1),
                (int) array.size(last),
                array.stride(last - 1),
                array.stride(last));
    }

    /** Whether BLAS can read and write the matrices of this array where they are. */
    static boolean isAddressable(INDArray array) {
        int last = array.rank() - 1;
        if (last < 1 || array.isEmpty() || array.length() > Integer.MAX_VALUE) {
            return false;
        }
        for (int axis = 0; axis <= last; axis++) {
            if (array.stride(axis) < 1) {
                return false; // broadcast or reversed
            }
        }
        return runs(array.size(last), array.stride(last), array.stride(last - 1))
                || runs(array.size(last - 1), array.stride(last - 1), array.stride(last));
    }

    /** Whether an axis is a run of memory that ends before the next one begins. */
    private static boolean runs(long size, long stride, long next) {
        return stride == 1 && next >= size;
    }

    /** The transposed matrices. */
    MatrixBatch transposed() {
        return new MatrixBatch(array, offsets, columns, rows, columnStride, rowStride);
    }

    /** {@link #transposed} if asked for. */
    MatrixBatch transposed(boolean transpose) {
        return transpose ? transposed() : this;
    }

    /** {@code this = a b}, matrix by matrix. */
    void becomeProduct(MatrixBatch a, MatrixBatch b) {
        if (!runs(columns, columnStride, rowStride)) {
            transposed().becomeProduct(b.transposed(), a.transposed());
        } else if (array.dataType() == DataType.FLOAT) {
            floats(a, b);
        } else {
            doubles(a, b);
        }
    }

    private void floats(MatrixBatch a, MatrixBatch b) {
        FloatPointer x = new FloatPointer(a.array.data().pointer());
        FloatPointer y = new FloatPointer(b.array.data().pointer());
        FloatPointer z = new FloatPointer(array.data().pointer());
        for (int i = 0; i < offsets.length; i++) {
            cblas_sgemm(
                    CblasRowMajor,
                    a.order(),
                    b.order(),
                    rows,
                    columns,
                    a.columns,
                    1f,
                    x.position(a.offsets[i]),
                    a.leading(),
                    y.position(b.offsets[i]),
                    b.leading(),
                    0f,
                    z.position(offsets[i]),
                    leading());
        }
    }

    private void doubles(MatrixBatch a, MatrixBatch b) {
        DoublePointer x = new DoublePointer(a.array.data().pointer());
        DoublePointer y = new DoublePointer(b.array.data().pointer());
        DoublePointer z = new DoublePointer(array.data().pointer());
        for (int i = 0; i < offsets.length; i++) {
            cblas_dgemm(
                    CblasRowMajor,
                    a.order(),
                    b.order(),
                    rows,
                    columns,
                    a.columns,
                    1,
                    x.position(a.offsets[i]),
                    a.leading(),
                    y.position(b.offsets[i]),
                    b.leading(),
                    0,
                    z.position(offsets[i]),
                    leading());
        }
    }

    private int order() {
        return runs(columns, columnStride, rowStride) ? CblasNoTrans : CblasTrans;
    }

    private int leading() {
        return (int) (runs(columns, columnStride, rowStride) ? rowStride : columnStride);
    }

    private static long[] offsets(INDArray array) {
        int batchAxes = array.rank() - 2;
        long[] offsets = {array.offset()};
        for (int axis = 0; axis < batchAxes; axis++) {
            int size = (int) array.size(axis);
            long stride = array.stride(axis);
            long[] finer = new long[offsets.length * size];
            for (int i = 0; i < finer.length; i++) {
                finer[i] = offsets[i / size] + i % size * stride;
            }
            offsets = finer;
        }
        return offsets;
    }

    /** Whether two arrays have the same batch axes. */
    static boolean sameBatch(INDArray a, INDArray b) {
        int axes = a.rank() - 2;
        return a.rank() == b.rank() && Arrays.equals(a.shape(), 0, axes, b.shape(), 0, axes);
    }
}
