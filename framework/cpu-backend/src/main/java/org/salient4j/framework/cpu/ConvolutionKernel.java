package org.salient4j.framework.cpu;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Convolution of images, for the operation {@code conv2d}: {@code y[b, o, p, q] = bias[o] + Σ_i Σ_u
 * Σ_v weights[u, v, i, o] x[b, i, p s + u d - m, q s' + v d' - m']} with steps s, dilations d and
 * margins m of zeros. One product of matrices a stripe of an image, whose factors stay in the
 * cache; the stock operation lays out the whole batch first.
 *
 * <p>Runs images with channels first or last, all of the operation's weight formats, any steps and
 * dilations, explicit and "same" padding, in float and double, wherever the arrays lie. The stock
 * operation runs the rest, such as causal padding, and reports what is malformed; where it is
 * oneDNN's, which is faster, it also runs images of several channels without dilation.
 */
public final class ConvolutionKernel implements CpuKernel {
    private static final int FEW_INPUTS = 1;

    /** For {@link java.util.ServiceLoader}. */
    public ConvolutionKernel() {}

    @Override
    public String opName() {
        return "conv2d";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context)
                .filter(call -> !StockConvolution.isFaster(call, FEW_INPUTS))
                .isPresent();
    }

    @Override
    public void execute(OpContext context) {
        ConvolutionCall call = call(context).orElseThrow();
        INDArray x = context.getInputArray(0);
        INDArray w = context.getInputArray(1);
        INDArray y = context.getOutputArray(0);
        ConvolutionScratch.run(
                call,
                x.dataType(),
                floats -> floats.forward(call, x, w, bias(context), y),
                doubles -> doubles.forward(call, x, w, bias(context), y));
    }

    private static Optional<ConvolutionCall> call(OpContext context) {
        int inputs = context.numInputArguments();
        return (inputs == 2 || inputs == 3) && context.numOutputArguments() == 1
                ? ConvolutionCall.of(
                        context,
                        context.getInputArray(0),
                        context.getInputArray(1),
                        bias(context),
                        context.getOutputArray(0),
                        List.of())
                : Optional.empty();
    }

    private static INDArray bias(OpContext context) {
        return context.numInputArguments() == 3 ? context.getInputArray(2) : null;
    }
}
