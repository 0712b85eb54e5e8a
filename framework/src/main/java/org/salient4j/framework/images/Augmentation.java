package org.salient4j.framework.images;

import org.salient4j.framework.Seed;

/**
 * Changes an image at random each time training sees it, and leaves its class as it was. Evaluation
 * never augments.
 *
 * <p>Implement it as a record: what it says of itself (its {@code toString}) becomes part of the
 * digest of the training data, so a resume with another augmentation is refused.
 */
public interface Augmentation {

    /**
     * Changes one image in place. Called from one thread at a time.
     *
     * @param image its values as the images give them, channel by channel, row by row
     * @param shape of the image, before and after
     * @param seed of this image in this epoch, whatever the batch it is in
     */
    void apply(float[] image, ImageShape shape, Seed seed);

    /** Leaves every image as it is. */
    static Augmentation none() {
        return None.NONE;
    }

    /** The identity. */
    enum None implements Augmentation {
        /** The only one. */
        NONE;

        @Override
        public void apply(float[] image, ImageShape shape, Seed seed) {
            // An image as it is.
        }
    }
}
