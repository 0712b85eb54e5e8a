package org.salient4j.framework.cpu;

import java.nio.FloatBuffer;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of the hyperbolic tangent, for the operation {@code tanh_bp} on dense float arrays:
 * {@code dx = dy (1 - tanh² x)}.
 */
public final class TanhGradientKernel implements CpuKernel {
    private static final int BLOCK = FloatFunctionKernel.BLOCK;

    /** For {@link java.util.ServiceLoader}. */
    public TanhGradientKernel() {}

    @Override
    public String opName() {
        return "tanh_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        if (context.numInputArguments() != 2 || context.numOutputArguments() != 1) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        return List.of(x, context.getInputArray(1), context.getOutputArray(0)).stream()
                .allMatch(
                        array ->
                                array.dataType() == DataType.FLOAT
                                        && array.equalShapes(x)
                                        && DenseArray.isDense(array));
    }

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray dy = context.getInputArray(1);
        INDArray dx = context.getOutputArray(0);
        FloatBuffer values = FloatBlock.buffer(x);
        FloatBuffer given = FloatBlock.buffer(dy);
        FloatBuffer results = FloatBlock.buffer(dx);
        int length = (int) x.length();
        float[] tanh = new float[Math.min(BLOCK, length)];
        float[] gradient = new float[tanh.length];
        for (int at = 0; at < length; at += tanh.length) {
            int n = Math.min(tanh.length, length - at);
            values.get((int) x.offset() + at, tanh, 0, n);
            given.get((int) dy.offset() + at, gradient, 0, n);
            FloatActivations.tanh(tanh, 0, n);
            for (int i = 0; i < n; i++) {
                gradient[i] *= 1f - tanh[i] * tanh[i];
            }
            results.put((int) dx.offset() + at, gradient, 0, n);
        }
    }
}
