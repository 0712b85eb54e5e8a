package org.salient4j.framework.images;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/** Images whose pixels are all in memory, one byte a value. */
final class PixelImages implements ImageData {
    private static final float LARGEST = 255;

    private final ImageShape shape;
    private final List<String> classes;
    private final byte[] pixels;
    private final int[] labels;

    /**
     * @param shape of each image
     * @param classes the names
     * @param pixels image by image, channel by channel, row by row
     * @param labels the class of each
     */
    PixelImages(ImageShape shape, List<String> classes, byte[] pixels, int[] labels) {
        if ((long) labels.length * shape.values() != pixels.length) {
            throw new IllegalArgumentException(
                    "%d images of %s do not have %d values"
                            .formatted(labels.length, shape, pixels.length));
        }
        this.shape = shape;
        this.classes = List.copyOf(classes);
        this.pixels = pixels;
        this.labels = labels;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes.size()) {
                throw new InvalidInputException(
                        "label %d of image %d has no class: there are %d"
                                .formatted(labels[i], i, classes.size()));
            }
        }
    }

    /** A byte as the value it stands for: the float division that torchvision's ToTensor does. */
    static float value(byte pixel) {
        return (pixel & 0xff) / LARGEST;
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public List<String> classes() {
        return classes;
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
        for (int i = 0; i < shape.values(); i++) {
            into[i] = value(pixels[from + i]);
        }
    }
}
