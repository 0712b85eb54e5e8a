package org.salient4j.framework.images;

import org.salient4j.framework.InvalidInputException;

/**
 * How image files are read.
 *
 * @param channels 3 for red, green and blue, 1 for grey
 * @param size what every image is resized to; null to leave them, and then all must have one size
 * @param convert whether an image of another kind is converted as Pillow and so torchvision do it:
 *     grey is repeated in three channels, colours are weighed to grey, alpha is dropped. Otherwise
 *     such an image is refused
 * @param memory how many bytes of decoded pixels may be kept, one for each value; data that needs
 *     more is decoded again at every use
 */
public record ImageOptions(int channels, ImageSize size, boolean convert, long memory) {
    /** Half a gigabyte: all of CIFAR-10, or 3,500 images of 224 x 224. */
    public static final long USUAL_MEMORY = 1L << 29;

    /**
     * @throws InvalidInputException if channels is neither 1 nor 3 or memory is negative
     */
    public ImageOptions {
        if (channels != 1 && channels != 3) {
            throw new InvalidInputException(
                    "channels must be 1 (grey) or 3 (red, green, blue), was " + channels);
        }
        if (memory < 0) {
            throw new InvalidInputException("memory must not be negative, was " + memory);
        }
    }

    /** Colour images as they are, strictly. */
    public static ImageOptions rgb() {
        return new ImageOptions(3, null, false, USUAL_MEMORY);
    }

    /** Grey images as they are, strictly. */
    public static ImageOptions grey() {
        return new ImageOptions(1, null, false, USUAL_MEMORY);
    }

    /** Every image resized. */
    public ImageOptions resizedTo(int height, int width) {
        return new ImageOptions(channels, new ImageSize(height, width), convert, memory);
    }

    /** Images of another kind converted. */
    public ImageOptions converting() {
        return new ImageOptions(channels, size, true, memory);
    }

    /** With another bound of memory. */
    public ImageOptions withMemory(long bytes) {
        return new ImageOptions(channels, size, convert, bytes);
    }
}
