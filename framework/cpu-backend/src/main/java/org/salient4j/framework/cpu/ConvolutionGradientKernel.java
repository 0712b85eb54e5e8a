package org.salient4j.framework.cpu;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of {@link ConvolutionKernel}, for the operation {@code conv2d_bp}: with respect to
 * images, weights and, if there is one, bias. Sums over the batch go image by image.
 *
 * <p>Runs what {@link ConvolutionKernel} runs, with weights {@code [kernel height, kernel width,
 * inputs, outputs]} only, as which the stock operation reads weights of every format. Where that is
 * oneDNN's it runs images of more than a few channels without dilation, at which it is faster.
 *
 * <p>An empty output is a gradient that nobody reads and that is not computed: an explanation reads
 * the images' alone, a first layer's training the weights'.
 */
public final class ConvolutionGradientKernel implements CpuKernel {
    private static final int FEW_INPUTS = 4;

    /** For {@link java.util.ServiceLoader}. */
    public ConvolutionGradientKernel() {}

    @Override
    public String opName() {
        return "conv2d_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context)
                .filter(call -> isRunHere(call) || StockConvolution.hasOfImages(context, call))
                .isPresent();
    }

    @Override
    public void execute(OpContext context) {
        ConvolutionCall call = call(context).orElseThrow();
        if (!isRunHere(call)) {
            StockConvolution.gradientOfImages(context);
            return;
        }
        int inputs = context.numInputArguments();
        INDArray x = context.getInputArray(0);
        INDArray w = context.getInputArray(1);
        INDArray dy = context.getInputArray(inputs - 1);
        INDArray dx = asked(context, 0);
        INDArray dw = asked(context, 1);
        boolean biased = inputs == 4;
        INDArray db = biased ? asked(context, 2) : null;
        ConvolutionScratch.run(
                call,
                x.dataType(),
                floats -> floats.gradient(call, x, w, dy, dx, dw, db, biased),
                doubles -> doubles.gradient(call, x, w, dy, dx, dw, db, biased));
    }

    private static boolean isRunHere(ConvolutionCall call) {
        return !StockConvolution.isFaster(call, FEW_INPUTS);
    }

    /** An output that somebody reads, else null. */
    private static INDArray asked(OpContext context, int output) {
        INDArray array = context.getOutputArray(output);
        return array.isEmpty() ? null : array;
    }

    private static Optional<ConvolutionCall> call(OpContext context) {
        int inputs = context.numInputArguments();
        boolean fits = (inputs == 3 || inputs == 4) && context.numOutputArguments() == inputs - 1;
        return fits
                ? ConvolutionCall.of(
                                context,
                                context.getInputArray(0),
                                context.getInputArray(1),
                                inputs == 4 ? context.getInputArray(2) : null,
                                context.getInputArray(inputs - 1),
                                context.getOutputArrays())
                        .filter(ConvolutionCall::hasTapsFirst)
                : Optional.empty();
    }
}
