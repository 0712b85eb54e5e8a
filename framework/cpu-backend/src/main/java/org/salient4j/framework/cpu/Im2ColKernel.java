package org.salient4j.framework.cpu;

import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The columns of a convolution of width one, for the operation {@code im2col}: what each tap sees
 * of the image, {@code columns[b, c, k, 0, i, j] = image[b, c, i + k d, j]}. A tap's view is one
 * block of memory, which is copied as such; the stock operation goes from element to element.
 *
 * <p>Runs images {@code [B, C, H, W]} in 'c' order with kernels of width one, steps of one and no
 * padding, in float and double. The stock operation runs the rest.
 */
public final class Im2ColKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public Im2ColKernel() {}

    @Override
    public String opName() {
        return "im2col";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        TapsCall call = call(context).orElseThrow();
        BytePointer image = pointer(call.image());
        BytePointer columns = pointer(call.columns());
        long width = call.image().dataType().width();
        long seen = call.seen() * width;
        long from = call.image().offset() * width;
        long to = call.columns().offset() * width;
        for (int channel = 0; channel < call.channels(); channel++) {
            for (int tap = 0; tap < call.taps(); tap++) {
                Pointer.memcpy(
                        columns.position(to),
                        image.position(from + (long) tap * call.shift() * width),
                        seen);
                to += seen;
            }
            from += call.channel() * width;
        }
    }

    private static Optional<TapsCall> call(OpContext context) {
        return context.numInputArguments() == 1 && context.numOutputArguments() == 1
                ? TapsCall.of(context, context.getInputArray(0), context.getOutputArray(0))
                : Optional.empty();
    }

    private static BytePointer pointer(INDArray array) {
        return new BytePointer(array.data().pointer());
    }
}
