package org.salient4j.framework.cpu;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of a rectified linear unit, for the operation {@code thresholdedrelu_bp}: {@code dx
 * = x > cutoff ? dy : 0}, in float and double, on dense arrays of equal shape in 'c' order of any
 * rank. The stock operation does the same at a hundredth of memory's speed.
 */
public final class ReluGradientKernel implements CpuKernel {
    private static final int BLOCK = 4096;
    // One above the bits of positive infinity.
    private static final int FIRST_NAN = 0x7f800001;
    private static final long FIRST_LONG_NAN = 0x7ff0000000000001L;

    /** For {@link java.util.ServiceLoader}. */
    public ReluGradientKernel() {}

    @Override
    public String opName() {
        return "thresholdedrelu_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        if (context.numInputArguments() != 2
                || context.numOutputArguments() != 1
                || !isPlain(context)) {
            return false;
        }
        List<INDArray> arrays =
                List.of(
                        context.getInputArray(0),
                        context.getInputArray(1),
                        context.getOutputArray(0));
        DataType type = arrays.get(0).dataType();
        return (type == DataType.FLOAT || type == DataType.DOUBLE)
                && arrays.stream()
                        .allMatch(
                                a ->
                                        a.dataType() == type
                                                && DenseArray.isDense(a)
                                                && a.equalShapes(arrays.get(0)));
    }

    private static boolean isPlain(OpContext context) {
        return context.numTArguments() == 0
                || (context.numTArguments() == 1 && context.getTArguments().get(0) == 0);
    }

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray dy = context.getInputArray(1);
        INDArray dx = context.getOutputArray(0);
        if (x.dataType() == DataType.FLOAT) {
            floats(DenseArray.floatBits(x), DenseArray.floatBits(dy), DenseArray.floatBits(dx));
        } else {
            doubles(DenseArray.doubleBits(x), DenseArray.doubleBits(dy), DenseArray.doubleBits(dx));
        }
    }

    /**
     * Through heap blocks that stay in the cache. Signs are as good as random, so that a branch
     * costs 5 ns an element; masks made of the sign bits become vector instructions.
     */
    private static void floats(IntBuffer x, IntBuffer dy, IntBuffer dx) {
        int[] in = new int[BLOCK];
        int[] gradient = new int[BLOCK];
        for (int at = 0; at < x.capacity(); at += BLOCK) {
            int n = Math.min(BLOCK, x.capacity() - at);
            x.get(at, in, 0, n);
            dy.get(at, gradient, 0, n);
            for (int i = 0; i < n; i++) {
                int bits = in[i];
                int notPositive = ((bits - 1) | bits) >> 31;
                int number = (bits - FIRST_NAN) >> 31; // where positive
                gradient[i] &= ~notPositive & number;
            }
            dx.put(at, gradient, 0, n);
        }
    }

    private static void doubles(LongBuffer x, LongBuffer dy, LongBuffer dx) {
        long[] in = new long[BLOCK];
        long[] gradient = new long[BLOCK];
        for (int at = 0; at < x.capacity(); at += BLOCK) {
            int n = Math.min(BLOCK, x.capacity() - at);
            x.get(at, in, 0, n);
            dy.get(at, gradient, 0, n);
            for (int i = 0; i < n; i++) {
                long bits = in[i];
                long notPositive = ((bits - 1) | bits) >> 63;
                long number = (bits - FIRST_LONG_NAN) >> 63;
                gradient[i] &= ~notPositive & number;
            }
            dx.put(at, gradient, 0, n);
        }
    }
}
