package org.salient4j.framework.cpu;

import java.util.Optional;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The highest pixel of each window of an image, for the operation {@code maxpool2d}, as {@link
 * MaxPooling} does it.
 *
 * <p>Runs float images {@code [B, C, H, W]} that lie in 'c' order without gaps, with any windows,
 * steps and dilations, explicit and "same" padding. The stock operation runs the rest and reports
 * what is malformed. ND4J's oneDNN pooling, which the stock operation calls, reads dilated windows
 * as if they were not: there the backends differ.
 */
public final class MaxPoolingKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public MaxPoolingKernel() {}

    @Override
    public String opName() {
        return "maxpool2d";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        new MaxPooling(call(context).orElseThrow())
                .forward(
                        DenseArray.floatBits(context.getInputArray(0)),
                        DenseArray.floatBits(context.getOutputArray(0)));
    }

    private static Optional<PoolingCall> call(OpContext context) {
        return context.numInputArguments() == 1 && context.numOutputArguments() == 1
                ? PoolingCall.of(context, context.getInputArray(0), context.getOutputArray(0))
                : Optional.empty();
    }
}
