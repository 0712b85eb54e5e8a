package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
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
                || context.numTArguments() > 1) {
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

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray dy = context.getInputArray(1);
        INDArray dx = context.getOutputArray(0);
        double cutoff = context.numTArguments() == 0 ? 0 : context.getTArguments().get(0);
        if (x.dataType() == DataType.FLOAT) {
            floats(
                    DenseArray.floats(x),
                    DenseArray.floats(dy),
                    DenseArray.floats(dx),
                    (float) cutoff);
        } else {
            doubles(DenseArray.doubles(x), DenseArray.doubles(dy), DenseArray.doubles(dx), cutoff);
        }
    }

    /** Through heap blocks that stay in the cache, over which the JIT makes vector loops. */
    private static void floats(FloatBuffer x, FloatBuffer dy, FloatBuffer dx, float cutoff) {
        float[] in = new float[BLOCK];
        float[] gradient = new float[BLOCK];
        for (int at = 0; at < x.capacity(); at += BLOCK) {
            int n = Math.min(BLOCK, x.capacity() - at);
            x.get(at, in, 0, n);
            dy.get(at, gradient, 0, n);
            for (int i = 0; i < n; i++) {
                gradient[i] = in[i] > cutoff ? gradient[i] : 0;
            }
            dx.put(at, gradient, 0, n);
        }
    }

    private static void doubles(DoubleBuffer x, DoubleBuffer dy, DoubleBuffer dx, double cutoff) {
        double[] in = new double[BLOCK];
        double[] gradient = new double[BLOCK];
        for (int at = 0; at < x.capacity(); at += BLOCK) {
            int n = Math.min(BLOCK, x.capacity() - at);
            x.get(at, in, 0, n);
            dy.get(at, gradient, 0, n);
            for (int i = 0; i < n; i++) {
                gradient[i] = in[i] > cutoff ? gradient[i] : 0;
            }
            dx.put(at, gradient, 0, n);
        }
    }
}
