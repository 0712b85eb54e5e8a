package org.salient4j.layers;

/** The mean of each channel of an image: PyTorch's {@code AdaptiveAvgPool2d(1)}, flattened. */
public record GlobalAveragePooling2d() implements TangentLayer {

    /**
     * @param x [B, C, H, W]
     * @return [B, C]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        return x.linear(a -> a.mean(2, 3));
    }
}
