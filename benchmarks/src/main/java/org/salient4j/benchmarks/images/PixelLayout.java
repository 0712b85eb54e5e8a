package org.salient4j.benchmarks.images;

import java.util.Arrays;
import org.salient4j.framework.InvalidInputException;

/**
 * How the values of one example are pixels: an image [C, H, W] has H · W pixels of C values, a
 * series [T, F] that an image is read as has T · F pixels of one.
 *
 * @param channels values of a pixel
 * @param pixels number of pixels
 */
public record PixelLayout(int channels, int pixels) {

    /**
     * Of an example's shape.
     *
     * @param shape [C, H, W] or [T, F]
     * @throws InvalidInputException if it is neither
     */
    public static PixelLayout of(long... shape) {
        if (shape.length == 3) {
            return new PixelLayout((int) shape[0], Math.toIntExact(shape[1] * shape[2]));
        }
        if (shape.length == 2) {
            return new PixelLayout(1, Math.toIntExact(shape[0] * shape[1]));
        }
        throw new InvalidInputException(
                "an image must be [channels, height, width] or be read as [steps, features], was "
                        + Arrays.toString(shape));
    }

    /** Number of values. */
    public int cells() {
        return channels * pixels;
    }

    /** Where a pixel's value in a channel is. */
    public int cell(int pixel, int channel) {
        return channel * pixels + pixel;
    }
}
