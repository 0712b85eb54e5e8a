package org.salient4j.framework.cpu;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Axes in another order, for the operation {@code permute} where the last axis keeps its place, as
 * it does where batches and time steps or time steps and attention heads change places: runs of
 * memory are copied. The stock operation goes from element to element.
 *
 * <p>Runs float and double arrays that lie in 'c' order without gaps, in and out. The stock
 * operation runs the rest.
 */
public final class PermuteKernel implements CpuKernel {
    /** Elements that are gathered before they are written: they stay in the cache. */
    private static final int BLOCK = 4096;

    /** For {@link java.util.ServiceLoader}. */
    public PermuteKernel() {}

    @Override
    public String opName() {
        return "permute";
    }

    @Override
    public boolean supports(OpContext context) {
        if (context.numInputArguments() != 1 || context.numOutputArguments() != 1) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        List<Long> order = context.getIArguments();
        int last = x.rank() - 1;
        if (last < 1
                || (x.dataType() != DataType.FLOAT && x.dataType() != DataType.DOUBLE)
                || y.dataType() != x.dataType()
                || !DenseArray.isDense(x)
                || !DenseArray.isDense(y)
                || y.rank() != x.rank()
                || order.size() != x.rank()
                || order.get(last) != last
                || x.size(last) > BLOCK
                || order.stream().distinct().count() != order.size()) {
            return false;
        }
        for (int axis = 0; axis <= last; axis++) {
            long from = order.get(axis);
            if (from < 0 || from > last || y.size(axis) != x.size((int) from)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        int[] runs = runs(x, context.getIArguments());
        int size = (int) x.size(x.rank() - 1);
        if (x.dataType() == DataType.FLOAT) {
            ints(DenseArray.floatBits(x), DenseArray.floatBits(y), runs, size);
        } else {
            longs(DenseArray.doubleBits(x), DenseArray.doubleBits(y), runs, size);
        }
    }

    /** Where each run of the result begins in the input. */
    private static int[] runs(INDArray x, List<Long> order) {
        int[] strides = new int[x.rank()];
        int stride = 1;
        for (int axis = x.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= (int) x.size(axis);
        }
        int[] runs = {0};
        for (int axis = 0; axis < x.rank() - 1; axis++) {
            int from = order.get(axis).intValue();
            int size = (int) x.size(from);
            int[] finer = new int[runs.length * size];
            for (int i = 0; i < runs.length; i++) {
                for (int j = 0; j < size; j++) {
                    finer[i * size + j] = runs[i] + j * strides[from];
                }
            }
            runs = finer;
        }
        return runs;
    }

    private static void ints(IntBuffer x, IntBuffer y, int[] runs, int size) {
        int[] block = new int[BLOCK / size * size];
        int at = 0;
        int written = 0;
        for (int run : runs) {
            x.get(run, block, at, size);
            at += size;
            if (at == block.length) {
                y.put(written, block, 0, at);
                written += at;
                at = 0;
            }
        }
        y.put(written, block, 0, at);
    }

    private static void longs(LongBuffer x, LongBuffer y, int[] runs, int size) {
        long[] block = new long[BLOCK / size * size];
        int at = 0;
        int written = 0;
        for (int run : runs) {
            x.get(run, block, at, size);
            at += size;
            if (at == block.length) {
                y.put(written, block, 0, at);
                written += at;
                at = 0;
            }
        }
        y.put(written, block, 0, at);
    }
}
