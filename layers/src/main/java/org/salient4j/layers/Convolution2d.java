package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * Convolution of images with square kernels, stride 1, without padding: PyTorch's {@code Conv2d}
 * and its default start values.
 *
 * <pre>
 * y[o, p, q] = bias[o] + Σ_i Σ_u Σ_v weight[o, i, u, v] x[i, p + u, q + v]
 * </pre>
 *
 * <p>Parameters: {@code weight} [out, in, k, k] and {@code bias} [out], both U(±1/sqrt(in k²)).
 *
 * @param in input channels
 * @param out output channels
 * @param kernel k, height and width of the kernels
 */
public record Convolution2d(int in, int out, int kernel) implements TangentLayer {

    /** Validates the sizes. */
    public Convolution2d {
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
    }

    /**
     * @param x [B, in, H, W], H and W at least k
     * @return [B, out, H - k + 1, W - k + 1]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Initializer initializer = Initializer.uniform(1 / Math.sqrt((double) in * kernel * kernel));
        SDVariable weight = scope.parameter("weight", initializer, out, in, kernel, kernel);
        SDVariable bias = scope.parameter("bias", initializer, out);
        Conv2DConfig config =
                Conv2DConfig.builder()
                        .kH(kernel)
                        .kW(kernel)
                        .sH(1)
                        .sW(1)
                        .dH(1)
                        .dW(1)
                        .pH(0)
                        .pW(0)
                        .paddingMode(PaddingMode.VALID)
                        .dataFormat("NCHW")
                        .build();
        // The gradient op reads weights as [k, k, in, out], whatever format it is told.
        SDVariable kernels = graph.permute(weight, 2, 3, 1, 0);
        return x.moved(
                graph.cnn().conv2d(x.value(), kernels, bias, config),
                t -> graph.cnn().conv2d(t, kernels, config));
    }
}
