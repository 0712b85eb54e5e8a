package org.salient4j.synthetic.images;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images with their classes and the truth about their pixels. Arrays are handed out as they are,
 * not copied: treat them as read-only.
 *
 * @param x images, [N, 3, side, side] FLOAT in [0, 1]; every value is a multiple of 1/255
 * @param labels class of each image, an index into {@link ShapeKind#classes()}
 * @param truth whether a value belongs to the shape, shaped as {@code x}, BOOL, alike in every
 *     channel
 */
public record ShapeImages(INDArray x, int[] labels, INDArray truth) {

    /**
     * @throws IllegalArgumentException if the parts do not fit together
     */
    public ShapeImages {
        if (x.rank() != 4 || x.size(1) != 3 || x.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException(
                    "x must be FLOAT [N, 3, H, W], was %s %s"
                            .formatted(x.dataType(), Arrays.toString(x.shape())));
        }
        if (truth.dataType() != DataType.BOOL || !Arrays.equals(truth.shape(), x.shape())) {
            throw new IllegalArgumentException(
                    "truth must be BOOL %s, was %s %s"
                            .formatted(
                                    Arrays.toString(x.shape()),
                                    truth.dataType(),
                                    Arrays.toString(truth.shape())));
        }
        if (labels.length != x.size(0)) {
            throw new IllegalArgumentException(
                    "x has %d images but there are %d labels".formatted(x.size(0), labels.length));
        }
    }

    /** Returns the number of images, N. */
    public int images() {
        return labels.length;
    }
}
