package org.salient4j.framework.images;

import org.salient4j.framework.InvalidInputException;

/**
 * The shape of one image, without the batch axis.
 *
 * @param channels 1 for grey, 3 for red, green and blue
 * @param height rows
 * @param width columns
 */
public record ImageShape(int channels, int height, int width) {

    /**
     * @throws InvalidInputException if a size is not positive or the image has more pixels than a
     *     Java array
     */
    public ImageShape {
        require("channels", channels);
        require("height", height);
        require("width", width);
        if ((long) channels * height * width > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException(
                    "an image of %d x %d x %d is too large".formatted(channels, height, width));
        }
    }

    private static void require(String component, int value) {
        if (value < 1) {
            throw new InvalidInputException(component + " must be at least 1, was " + value);
        }
    }

    /** The number of values, channels times height times width. */
    public int values() {
        return channels * height * width;
    }

    /** As training takes it: [channels, height, width]. */
    public long[] toArray() {
        return new long[] {channels, height, width};
    }

    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}
