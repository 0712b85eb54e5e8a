package org.salient4j.framework.images;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * Images whose values are all in memory, as they are.
 *
 * @param shape of each image
 * @param classes the names
 * @param values image by image, channel by channel, row by row
 * @param labels the class of each
 */
record FloatImages(ImageShape shape, List<String> classes, float[] values, int[] labels)
        implements ImageData {

    /** Checks the labels. */
    FloatImages {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new InvalidInputException(
                        "label %d of image %d has no class: there are %d"
                                .formatted(labels[i], i, classes.size()));
            }
        }
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void read(int index, float[] into) {
        int from = Math.multiplyExact(index, shape.values());
        System.arraycopy(values, from, into, 0, shape.values());
    }
}
