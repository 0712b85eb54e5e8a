package org.salient4j.framework.cpu;

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
}
