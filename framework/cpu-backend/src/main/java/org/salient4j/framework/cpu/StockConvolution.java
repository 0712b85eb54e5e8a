package org.salient4j.framework.cpu;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * What is known of the stock convolution's speed. Where ND4J is built with oneDNN its products are
 * up to twice as fast as OpenBLAS's; but it fills few channels up to many, and it fails on windows
 * with dilation. Without oneDNN, as on ARM, it takes several times as long as the kernels.
 */
final class StockConvolution {
    private static final boolean HAS_ONE_DNN =
            NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo().contains("HAVE_ONEDNN");

    private StockConvolution() {}

    /**
     * Whether a call is better left to it.
     *
     * @param fewInputs the most channels of an image with which the kernel is faster than oneDNN
     */
    static boolean isFaster(ConvolutionCall call, int fewInputs) {
        return runsOneDnn()
                && call.inputs() > fewInputs
                && call.rows().dilation() == 1
                && call.columns().dilation() == 1;
    }

    /** Whether it is oneDNN's. */
    static boolean runsOneDnn() {
        return HAS_ONE_DNN && Nd4j.getEnvironment().helpersAllowed();
    }

    /**
     * Whether a call of its gradient asks for that of the images alone, which it can do by itself.
     */
    static boolean hasOfImages(OpContext context, ConvolutionCall call) {
        List<INDArray> gradients = context.getOutputArrays();
        return !gradients.get(0).isEmpty()
                && gradients.stream().skip(1).allMatch(INDArray::isEmpty)
                && isReversible(call.rows())
                && isReversible(call.columns());
    }

    /**
     * Whether the size follows from that of the result: the operation below checks that it does.
     */
    private static boolean isReversible(ConvolutionAxis axis) {
        int seen = (axis.taps() - 1) * axis.dilation() + 1;
        return (axis.outputs() - 1) * axis.stride() + seen - 2 * axis.padding() == axis.size();
    }

    /**
     * The gradient of the images alone, at half of what all gradients cost: as an operation of its
     * own, meant for deconvolutions, it makes the same call of oneDNN and gives the same bits.
     */
    static void gradientOfImages(OpContext context) {
        INDArray dx = context.getOutputArray(0);
        INDArray shape = Nd4j.createFromArray(dx.shape());
        try (OpContext call = Nd4j.getExecutioner().buildContext()) {
            call.setInputArrays(
                    shape,
                    context.getInputArray(1),
                    context.getInputArray(context.numInputArguments() - 1));
            call.setOutputArrays(dx);
            call.setIArguments(
                    context.getIArguments().stream().mapToLong(Long::longValue).toArray());
            Nd4j.exec(DynamicCustomOp.builder("deconv2d_tf").build(), call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // closing a context throws none
        } finally {
            shape.close();
        }
    }
}
