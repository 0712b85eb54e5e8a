package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * Convolution of images with square kernels: PyTorch's {@code Conv2d}, with steps s and a margin of
 * m zeros around the image.
 *
 * <pre>
 * y[o, p, q] = bias[o] + Σ_i Σ_u Σ_v weight[o, i, u, v] x[i, p s + u - m, q s + v - m]
 * </pre>
 *
 * <p>Parameters: {@code weight} [out, in, k, k] and, if there is one, {@code bias} [out].
 *
 * @param in input channels
 * @param out output channels
 * @param kernel k, height and width of the kernels
 * @param stride s
 * @param padding m, less than k
 * @param bias whether there is one; before a batch normalisation it does nothing
 * @param start where the start values come from
 */
public record Convolution2d(
        int in, int out, int kernel, int stride, int padding, boolean bias, KernelStart start)
        implements TangentLayer {

    /** Validates the sizes. */
    public Convolution2d {
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
        Sizes.positive("stride", stride);
        if (padding < 0 || padding >= kernel) {
            throw new IllegalArgumentException(
                    "padding must be in [0, kernel (%d)), was %d".formatted(kernel, padding));
        }
        if (start == null) {
            throw new IllegalArgumentException("start must be given, was null");
        }
    }

    /** Stride 1, no padding, a bias, PyTorch's start values. */
    public Convolution2d(int in, int out, int kernel) {
        this(in, out, kernel, 1, 0, true, KernelStart.UNIFORM);
    }

    /**
     * @param x [B, in, H, W], H + 2m and W + 2m at least k
     * @return [B, out, ⌊(H + 2m - k) / s⌋ + 1, ⌊(W + 2m - k) / s⌋ + 1]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        long area = (long) kernel * kernel;
        SDVariable weight =
                scope.parameter(
                        "weight", start.weight(in * area, out * area), out, in, kernel, kernel);
        Conv2DConfig config =
                Conv2DConfig.builder()
                        .kH(kernel)
                        .kW(kernel)
                        .sH(stride)
                        .sW(stride)
                        .dH(1)
                        .dW(1)
                        .pH(padding)
                        .pW(padding)
                        .paddingMode(PaddingMode.VALID)
                        .dataFormat("NCHW")
                        .build();
        // The gradient op reads weights as [k, k, in, out], whatever format it is told.
        SDVariable kernels = graph.permute(weight, 2, 3, 1, 0);
        SDVariable y =
                bias
                        ? graph.cnn()
                                .conv2d(
                                        x.value(),
                                        kernels,
                                        scope.parameter("bias", start.bias(in * area), out),
                                        config)
                        : graph.cnn().conv2d(x.value(), kernels, config);
        return x.moved(y, t -> graph.cnn().conv2d(t, kernels, config));
    }
}
