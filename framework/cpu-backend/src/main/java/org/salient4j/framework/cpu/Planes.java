package org.salient4j.framework.cpu;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the elements of images lie in memory: of image b, channel c, row h and column w at {@code
 * offset + b batchStride + c channelStride + h rowStride + w columnStride}.
 */
record Planes(
        int offset,
        int channels,
        int height,
        int width,
        int batchStride,
        int channelStride,
        int rowStride,
        int columnStride) {

    /**
     * Of an array of rank four that {@link BroadcastLoop#isAddressable is addressable}.
     *
     * @param channelsFirst whether it is {@code [B, C, H, W]}, else {@code [B, H, W, C]}
     */
    static Planes of(INDArray array, boolean channelsFirst) {
        int channelAxis = channelsFirst ? 1 : 3;
        int rowAxis = channelsFirst ? 2 : 1;
        int columnAxis = rowAxis + 1;
        int column = step(array, columnAxis, 1);
        int row = step(array, rowAxis, array.size(columnAxis) * column);
        return new Planes(
                (int) array.offset(),
                (int) array.size(channelAxis),
                (int) array.size(rowAxis),
                (int) array.size(columnAxis),
                array.stride(0),
                step(array, channelAxis, array.size(rowAxis) * row),
                row,
                column);
    }

    /** The stride of an axis; where it has one element, and so any stride, that of dense images. */
    private static int step(INDArray array, int axis, long dense) {
        return (int) (array.size(axis) == 1 ? dense : array.stride(axis));
    }

    /** Where an image begins. */
    int start(int image) {
        return offset + image * batchStride;
    }

    /** Elements of an image. */
    int length() {
        return channels * height * width;
    }

    /** Whether the elements of an image lie one after the other, channel after channel. */
    boolean isBlock() {
        return columnStride == 1 && rowStride == width && channelStride == height * width;
    }
}
