package org.salient4j.framework.cpu;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dcopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dscal;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_scopy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of a sum or difference of which one side broadcasts along its first or along its
 * last axes, as biases do. The sums are products with a vector of ones, which BLAS makes at the
 * speed of memory. Runs dense arrays in 'c' order; the stock operation runs others, and arrays of
 * one shape, at which it is as fast.
 */
abstract class SumGradientKernel implements CpuKernel {
    private static final ThreadLocal<FloatOnes> FLOAT_ONES =
            ThreadLocal.withInitial(FloatOnes::new);
    private static final ThreadLocal<DoubleOnes> DOUBLE_ONES =
            ThreadLocal.withInitial(DoubleOnes::new);

    private final String opName;
    private final int sign;

    /**
     * @param sign of y: 1 or -1
     */
    SumGradientKernel(String opName, int sign) {
        this.opName = opName;
        this.sign = sign;
    }

    @Override
    public final String opName() {
        return opName;
    }

    @Override
    public final boolean supports(OpContext context) {
        if (context.numInputArguments() != 3 || context.numOutputArguments() != 2) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        INDArray y = context.getInputArray(1);
        INDArray dz = context.getInputArray(2);
        INDArray dx = context.getOutputArray(0);
        INDArray dy = context.getOutputArray(1);
        return BroadcastLoop.areReal(List.of(dz, x, y, dx, dy))
                && !x.equalShapes(y)
                && dx.equalShapes(x)
                && dy.equalShapes(y)
                && BroadcastLoop.isOf(dz.shape(), x, y)
                && DenseArray.isDense(dz)
                && isSum(dx, dz)
                && isSum(dy, dz);
    }

    @Override
    public final void execute(OpContext context) {
        INDArray dz = context.getInputArray(2);
        if (dz.dataType() == DataType.FLOAT) {
            floats(dz, context.getOutputArray(0), 1);
            floats(dz, context.getOutputArray(1), sign);
        } else {
            doubles(dz, context.getOutputArray(0), 1);
            doubles(dz, context.getOutputArray(1), sign);
        }
    }

    private static boolean isSum(INDArray part, INDArray whole) {
        return DenseArray.isDense(part)
                && (part.equalShapes(whole) || isTail(part, whole) || isHead(part, whole));
    }

    /** Whether the part has the whole's last axes and repeats along all others. */
    private static boolean isTail(INDArray part, INDArray whole) {
        int shift = whole.rank() - part.rank();
        int axis = part.rank() - 1;
        while (axis >= 0 && part.size(axis) == whole.size(axis + shift)) {
            axis--;
        }
        while (axis >= 0 && part.size(axis) == 1) {
            axis--;
        }
        return axis < 0;
    }

    /** Whether the part has the whole's first axes and repeats along all others. */
    private static boolean isHead(INDArray part, INDArray whole) {
        int shift = whole.rank() - part.rank();
        int axis = 0;
        while (axis < whole.rank() && size(part, axis - shift) == whole.size(axis)) {
            axis++;
        }
        while (axis < whole.rank() && size(part, axis - shift) == 1) {
            axis++;
        }
        return axis == whole.rank();
    }

    private static long size(INDArray array, int axis) {
        return axis < 0 ? 1 : array.size(axis);
    }

    private static void floats(INDArray from, INDArray to, float factor) {
        FloatPointer source = new FloatPointer(from.data().pointer()).position(from.offset());
        FloatPointer target = new FloatPointer(to.data().pointer()).position(to.offset());
        int length = (int) from.length();
        int kept = (int) to.length();
        if (kept == length) {
            if (source.address() + source.position() * source.sizeof()
                    != target.address() + target.position() * target.sizeof()) {
                cblas_scopy(length, source, 1, target, 1);
            }
            if (factor != 1) {
                cblas_sscal(length, factor, target, 1);
            }
        } else if (isTail(to, from)) {
            int rows = length / kept;
            FloatPointer ones = FLOAT_ONES.get().ones(rows);
            cblas_sgemv(
                    CblasRowMajor,
                    CblasTrans,
                    rows,
                    kept,
                    factor,
                    source,
                    kept,
                    ones,
                    1,
                    0,
                    target,
                    1);
        } else {
            int columns = length / kept;
            FloatPointer ones = FLOAT_ONES.get().ones(columns);
            cblas_sgemv(
                    CblasRowMajor,
                    CblasNoTrans,
                    kept,
                    columns,
                    factor,
                    source,
                    columns,
                    ones,
                    1,
                    0,
                    target,
                    1);
        }
    }

    private static void doubles(INDArray from, INDArray to, double factor) {
        DoublePointer source = new DoublePointer(from.data().pointer()).position(from.offset());
        DoublePointer target = new DoublePointer(to.data().pointer()).position(to.offset());
        int length = (int) from.length();
        int kept = (int) to.length();
        if (kept == length) {
            if (source.address() + source.position() * source.sizeof()
                    != target.address() + target.position() * target.sizeof()) {
                cblas_dcopy(length, source, 1, target, 1);
            }
            if (factor != 1) {
                cblas_dscal(length, factor, target, 1);
            }
        } else if (isTail(to, from)) {
            int rows = length / kept;
            DoublePointer ones = DOUBLE_ONES.get().ones(rows);
            cblas_dgemv(
                    CblasRowMajor,
                    CblasTrans,
                    rows,
                    kept,
                    factor,
                    source,
                    kept,
                    ones,
                    1,
                    0,
                    target,
                    1);
        } else {
            int columns = length / kept;
            DoublePointer ones = DOUBLE_ONES.get().ones(columns);
            cblas_dgemv(
                    CblasRowMajor,
                    CblasNoTrans,
                    kept,
                    columns,
                    factor,
                    source,
                    columns,
                    ones,
                    1,
                    0,
                    target,
                    1);
        }
    }
}
