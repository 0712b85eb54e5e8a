package org.salient4j.framework.cpu;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of {@link MaxPoolingKernel}, for the operation {@code maxpool2d_bp}: the first of
 * the highest pixels of a window, row by row, takes the window's gradient. Runs what that runs.
 */
public final class MaxPoolingGradientKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public MaxPoolingGradientKernel() {}

    @Override
    public String opName() {
        return "maxpool2d_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        new MaxPooling(call(context).orElseThrow())
                .backward(
                        DenseArray.floatBits(context.getInputArray(0)),
                        DenseArray.floatBits(context.getInputArray(1)),
                        DenseArray.floatBits(context.getOutputArray(0)));
    }

    private static Optional<PoolingCall> call(OpContext context) {
        if (context.numInputArguments() != 2 || context.numOutputArguments() != 1) {
            return Optional.empty();
        }
        INDArray x = context.getInputArray(0);
        INDArray dx = context.getOutputArray(0);
        return PoolingCall.isPlain(dx) && dx.equalShapes(x)
                ? PoolingCall.of(context, x, context.getInputArray(1))
                : Optional.empty();
    }
}
