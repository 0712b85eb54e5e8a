package org.salient4j.framework.images;

import org.salient4j.framework.Seed;

/**
 * Mirrors an image left to right with probability ½: torchvision's {@code RandomHorizontalFlip}.
 * For photographs; not for digits, letters or signs, whose mirror image is another or none.
 */
public record RandomFlip() implements Augmentation {

    @Override
    public void apply(float[] image, ImageShape shape, Seed seed) {
        if (seed.uniform(0) >= 0.5) {
            return;
        }
        int width = shape.width();
        for (int row = 0; row < shape.values(); row += width) {
            for (int left = row, right = row + width - 1; left < right; left++, right--) {
                float value = image[left];
                image[left] = image[right];
                image[right] = value;
            }
        }
    }
}
