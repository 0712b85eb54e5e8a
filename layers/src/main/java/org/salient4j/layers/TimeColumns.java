package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * Lays out what the taps of a convolution over time see, so that one product does the rest. Batches
 * come last: the columns are copies of long runs of memory.
 */
final class TimeColumns {
    private TimeColumns() {}

    /**
     * @param x [in, T, B], of any T that the taps fit into
     * @param in input channels
     * @param timeSteps T
     * @param kernel number of taps
     * @param dilation distance of the taps
     * @return [in · kernel, (T - (kernel - 1) dilation) · B]
     */
    static SDVariable of(
            SameDiff graph, SDVariable x, int in, int timeSteps, int kernel, int dilation) {
        // An image of T rows and B columns, of which a tap sees a shifted copy.
        SDVariable image = graph.reshape(x, 1, in, timeSteps, -1);
        Conv2DConfig taps =
                Conv2DConfig.builder()
                        .kH(kernel)
                        .kW(1)
                        .sH(1)
                        .sW(1)
                        .dH(dilation)
                        .dW(1)
                        .pH(0)
                        .pW(0)
                        .paddingMode(PaddingMode.VALID)
                        .build();
        return graph.reshape(graph.cnn().im2Col(image, taps), (long) in * kernel, -1);
    }
}
