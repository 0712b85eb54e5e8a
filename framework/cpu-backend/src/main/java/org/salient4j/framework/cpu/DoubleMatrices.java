package org.salient4j.framework.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Matrix products by the BLAS that ND4J has loaded, on arrays of any strides. */
final class DoubleMatrices {
    private double[] heap = {};

    /** The elements in 'c' order: those of the array itself, or a copy of them. */
    DoublePointer dense(INDArray array, OffHeapDoubles copy) {
        StridedArray strided = new StridedArray(array);
        if (strided.isDense()) {
            return strided.doubles();
        }
        heap = DoubleSlabs.grown(heap, strided.length());
        strided.read(heap);
        return copy.filled(heap, 0, strided.length());
    }

    /** Where a result can be written as a dense matrix. */
    static DoublePointer result(INDArray target, OffHeapDoubles scratch) {
        StridedArray strided = new StridedArray(target);
        return strided.isDense() ? strided.doubles() : scratch.reserved(strided.length());
    }

    /** Copies a {@link #result} into its array, if it is not there. */
    void store(OffHeapDoubles scratch, INDArray target) {
        StridedArray strided = new StridedArray(target);
        if (!strided.isDense()) {
            write(scratch, strided);
        }
    }

    /** Copies the transposed matrix into an array, if it is wanted. */
    void storeTransposed(OffHeapDoubles scratch, INDArray target) {
        if (target != null) {
            write(scratch, new StridedArray(target.permute(1, 0)));
        }
    }

    private void write(OffHeapDoubles source, StridedArray target) {
        heap = DoubleSlabs.grown(heap, target.length());
        source.read(heap, target.length());
        target.write(heap);
    }

    /** {@code target = op(a) op(b)} of dense matrices, {@code [m, k] [k, n]}. */
    static void multiply(
            boolean transposeA,
            DoublePointer a,
            boolean transposeB,
            DoublePointer b,
            DoublePointer target,
            int m,
            int n,
            int k) {
        multiply(
                transposeA,
                a,
                transposeA ? m : k,
                transposeB,
                b,
                transposeB ? k : n,
                false,
                target,
                n,
                m,
                n,
                k);
    }

    /**
     * {@code target = op(a) op(b)} of matrices, {@code [m, k] [k, n]}, whose rows lie the given
     * strides apart; added to what is there if {@code add}.
     */
    static void multiply(
            boolean transposeA,
            DoublePointer a,
            int strideA,
            boolean transposeB,
            DoublePointer b,
            int strideB,
            boolean add,
            DoublePointer target,
            int stride,
            int m,
            int n,
            int k) {
        cblas_dgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                1,
                a,
                strideA,
                b,
                strideB,
                add ? 1 : 0,
                target,
                stride);
    }
}
