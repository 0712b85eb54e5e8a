package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dilated causal convolution over time with {@link WeightNorm}: step t sees t, t - d, …, t - (k -
 * 1)d and zeros before the start.
 *
 * <pre>
 * y[o, t] = bias[o] + Σ_i Σ_j w[o, i, j] x[i, t - (k - 1 - j) d]      w = g v / |v|
 * </pre>
 *
 * <p>Time steps are laid out in columns and multiplied by the weights in one product, because the
 * natives' convolutions fail on dilated ones or take ten times as long. Batches come last, so that
 * the columns are copies of long runs of memory.
 *
 * <p>Parameters: {@code v} [out, in, k], U(±1/sqrt(in · k)), {@code g} [out], {@code bias} [out].
 *
 * @param timeSteps T
 * @param in input channels
 * @param out output channels
 * @param kernel k, number of taps
 * @param dilation d, distance of the taps
 */
public record CausalConvolution(int timeSteps, int in, int out, int kernel, int dilation)
        implements Layer {

    /** Validates the sizes. */
    public CausalConvolution {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
        Sizes.positive("dilation", dilation);
    }

    /**
     * @param x [in, T, B], batch last
     * @return [out, T, B]
     */
    @Override
    public SDVariable forward(Scope scope, SDVariable x) {
        SameDiff graph = scope.graph();
        Initializer uniform = Initializer.uniform(1 / Math.sqrt((double) in * kernel));
        SDVariable weight = WeightNorm.weight(scope, uniform, out, in, kernel);
        SDVariable bias = scope.parameter("bias", uniform, out);
        SDVariable columns = graph.reshape(columns(graph, x), (long) in * kernel, -1);
        SDVariable y = weight.mmul(columns).add(graph.reshape(bias, -1, 1));
        return graph.reshape(y, out, timeSteps, -1);
    }

    /**
     * [1, in, k, 1, T, B]: an image of T rows and B columns, of which a tap sees a shifted copy.
     */
    private SDVariable columns(SameDiff graph, SDVariable x) {
        int before = (kernel - 1) * dilation;
        SDVariable image =
                graph.nn()
                        .pad(
                                graph.reshape(x, 1, in, timeSteps, -1),
                                graph.constant(
                                        Nd4j.createFromArray(
                                                new int[][] {{0, 0}, {0, 0}, {before, 0}, {0, 0}})),
                                0);
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
        return graph.cnn().im2Col(image, taps);
    }
}
