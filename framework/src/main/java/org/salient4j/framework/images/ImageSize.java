package org.salient4j.framework.images;

import org.salient4j.framework.InvalidInputException;

/**
 * Height and width of an image.
 *
 * @param height rows
 * @param width columns
 */
public record ImageSize(int height, int width) {

    /**
     * @throws InvalidInputException if one is not positive
     */
    public ImageSize {
        if (height < 1 || width < 1) {
            throw new InvalidInputException(
                    "height and width must be at least 1, were %d and %d".formatted(height, width));
        }
    }

    @Override
    public String toString() {
        return height + " x " + width;
    }
}
