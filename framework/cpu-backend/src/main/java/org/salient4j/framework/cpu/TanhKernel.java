package org.salient4j.framework.cpu;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Hyperbolic tangent, for the operation {@code tanh} on float arrays that lie in 'c' order without
 * gaps, with a relative error below 4e-7 (see {@link FloatActivations}). The stock operation, which
 * runs the rest, goes from element to element.
 */
public final class TanhKernel implements CpuKernel {
    private static final int BLOCK = 4096;

    /** For {@link java.util.ServiceLoader}. */
    public TanhKernel() {}

    @Override
    public String opName() {
        return "tanh";
    }

    @Override
    public boolean supports(OpContext context) {
        if (context.numInputArguments() != 1 || context.numOutputArguments() != 1) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        return x.dataType() == DataType.FLOAT
                && y.dataType() == DataType.FLOAT
                && y.equalShapes(x)
                && DenseArray.isDense(x)
                && DenseArray.isDense(y);
    }

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        FloatBuffer from = FloatBlock.buffer(x);
        FloatBuffer to = FloatBlock.buffer(y);
        int length = (int) x.length();
        float[] block = new float[Math.min(BLOCK, length)];
        for (int at = 0; at < length; at += block.length) {
            int n = Math.min(block.length, length - at);
            from.get((int) x.offset() + at, block, 0, n);
            FloatActivations.tanh(block, 0, n);
            to.put((int) y.offset() + at, block, 0, n);
        }
    }
}
