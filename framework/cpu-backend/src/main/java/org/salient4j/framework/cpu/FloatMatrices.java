package org.salient4j.framework.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Matrix products by the BLAS that ND4J has loaded, on arrays of any strides. */
final class FloatMatrices implements AutoCloseable {
    private final OffHeapFloats product = new OffHeapFloats();
    private float[] heap = {};

    /** The elements in 'c' order: those of the array itself, or a copy of them. */
    FloatPointer dense(INDArray array, OffHeapFloats copy) {
        StridedArray strided = new StridedArray(array);
        if (strided.isDense()) {
            return strided.floats();
        }
        heap = FloatSlabs.grown(heap, strided.length());
        strided.read(heap);
        return copy.filled(heap, 0, strided.length());
    }

    /** {@link #multiply} into an array of any strides. */
    void product(
            INDArray target,
            boolean transposeA,
            FloatPointer a,
            boolean transposeB,
            FloatPointer b,
            int m,
            int n,
            int k) {
        StridedArray strided = new StridedArray(target);
        if (strided.isDense()) {
            multiply(transposeA, a, transposeB, b, strided.floats(), m, n, k);
        } else {
            multiply(transposeA, a, transposeB, b, product.reserved(m * n), m, n, k);
            heap = FloatSlabs.grown(heap, m * n);
            product.read(heap, m * n);
            strided.write(heap);
        }
    }

    /** {@code target = op(a) op(b)} of dense matrices, {@code [m, k] [k, n]}. */
    static void multiply(
            boolean transposeA,
            FloatPointer a,
            boolean transposeB,
            FloatPointer b,
            FloatPointer target,
            int m,
            int n,
            int k) {
        cblas_sgemm(
                CblasRowMajor,
                transposeA ? CblasTrans : CblasNoTrans,
                transposeB ? CblasTrans : CblasNoTrans,
                m,
                n,
                k,
                1f,
                a,
                transposeA ? m : k,
                b,
                transposeB ? k : n,
                0f,
                target,
                n);
    }

    @Override
    public void close() {
        product.close();
    }
}
