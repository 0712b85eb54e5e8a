package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;

/**
 * The largest value of each square tile of an image, channel by channel; rows and columns that fill
 * no tile are left out: PyTorch's {@code MaxPool2d}. A tangent is that of the first of the largest.
 *
 * @param size height and width of a tile
 */
public record MaxPooling2d(int size) implements TangentLayer {

    /** Validates the size. */
    public MaxPooling2d {
        Sizes.positive("size", size);
    }

    /**
     * @param x [B, C, H, W], H and W at least {@code size}
     * @return [B, C, ⌊H / size⌋, ⌊W / size⌋]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
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
        SDVariable y = graph.cnn().maxPooling2d(x.value(), config);
        return x.moved(y, t -> tangent(graph, x.value(), t, y));
    }

    private SDVariable tangent(SameDiff graph, SDVariable x, SDVariable t, SDVariable y) {
        SDVariable largest = LargestOf.along(graph, tiles(graph, x), 0, size * size);
        return graph.reshape(largest.mul(tiles(graph, t)).sum(0), graph.shape(y));
    }

    /** [size · size, B · C · ⌊H / size⌋ · ⌊W / size⌋]: the cells of a tile, row by row. */
    private SDVariable tiles(SameDiff graph, SDVariable x) {
        Conv2DConfig config =
                Conv2DConfig.builder()
                        .kH(size)
                        .kW(size)
                        .sH(size)
                        .sW(size)
                        .dH(1)
                        .dW(1)
                        .pH(0)
                        .pW(0)
                        .paddingMode(PaddingMode.VALID)
                        .build();
        SDVariable columns = graph.cnn().im2Col(x, config); // [B, C, size, size, ⌊H⌋, ⌊W⌋]
        SDVariable cells = graph.permute(columns, 2, 3, 0, 1, 4, 5);
        return graph.reshape(cells, (long) size * size, -1);
    }
}
