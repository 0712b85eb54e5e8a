package org.salient4j.framework.images;

import java.util.List;
import java.util.Objects;

/** Images that are changed as they are read; shape, classes and labels stay. */
final class ChangedImages implements ImageData {
    private final ImageData images;
    private final ImageChange change;

    ChangedImages(ImageData images, ImageChange change) {
        this.images = images;
        this.change = Objects.requireNonNull(change, "change");
    }

    @Override
    public ImageShape shape() {
        return images.shape();
    }

    @Override
    public List<String> classes() {
        return images.classes();
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public int label(int index) {
        return images.label(index);
    }

    @Override
    public void read(int index, float[] into) {
        images.read(index, into);
        change.apply(index, into);
    }
}
