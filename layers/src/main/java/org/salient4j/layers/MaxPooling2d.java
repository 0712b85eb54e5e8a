package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * The largest value of each square tile of an image, channel by channel; rows and columns that fill
 * no tile are left out: PyTorch's {@code MaxPool2d}.
 *
 * @param size height and width of a tile
 */
public record MaxPooling2d(int size) implements Layer {

    /** Validates the size. */
    public MaxPooling2d {
        Sizes.positive("size", size);
    }

    /**
     * @param x [B, C, H, W], H and W at least {@code size}
     * @return [B, C, ⌊H / size⌋, ⌊W / size⌋]
     */
    @Override
    public SDVariable forward(Scope scope, SDVariable x) {
        Pooling2DConfig config =
                Pooling2DConfig.builder()
                        .kH(size)
                        .kW(size)
                        .sH(size)
                        .sW(size)
                        .pH(0)
                        .pW(0)
                        .paddingMode(PaddingMode.VALID)
                        .isNHWC(false)
                        .build();
        return scope.graph().cnn().maxPooling2d(x, config);
    }
}
