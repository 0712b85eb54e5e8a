package org.salient4j.benchmarks.images;

import org.salient4j.framework.images.Augmentation;
import org.salient4j.framework.images.Augmentations;
import org.salient4j.framework.images.Normalization;

/** What the image experiments may do to an image each time training sees it. */
public enum ImageAugmentation {
    /** Nothing: digits, whose mirror images are no digits. */
    NONE {
        @Override
        Augmentation of(Normalization scale) {
            return Augmentation.none();
        }
    },
    /** Mirrored half of the time and moved by up to four pixels, as CIFAR-10 usually is. */
    FLIPS_AND_CROPS {
        @Override
        Augmentation of(Normalization scale) {
            return Augmentations.cifar(scale);
        }
    };

    /**
     * The augmentation.
     *
     * @param scale how the images are scaled
     */
    abstract Augmentation of(Normalization scale);
}
