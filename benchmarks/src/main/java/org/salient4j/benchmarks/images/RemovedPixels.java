package org.salient4j.benchmarks.images;

import java.util.BitSet;
import java.util.List;
import org.salient4j.framework.Seed;
import org.salient4j.framework.images.ImageChange;
import org.salient4j.framework.images.ImageData;

/** Takes pixels out of images and puts a replacement in their place. */
final class RemovedPixels implements ImageChange {
    private final List<BitSet> removed;
    private final PixelReplacement replacement;
    private final PixelLayout layout;
    private final Seed seed;

    /**
     * @param removed the pixels that are taken from each image
     * @param replacement of them
     * @param layout of the images
     * @param seed of noise
     */
    private RemovedPixels(
            List<BitSet> removed, PixelReplacement replacement, PixelLayout layout, Seed seed) {
        this.removed = removed;
        this.replacement = replacement;
        this.layout = layout;
        this.seed = seed;
    }

    /**
     * The images without the pixels.
     *
     * @param images what is read
     * @param removed the pixels that are taken from each image
     * @param replacement of them
     * @param seed of noise
     */
    static ImageData from(
            ImageData images, List<BitSet> removed, PixelReplacement replacement, Seed seed) {
        if (removed.size() != images.size()) {
            throw new IllegalArgumentException(
                    "%d images need as many sets of pixels, found %d"
                            .formatted(images.size(), removed.size()));
        }
        PixelLayout layout = PixelLayout.of(images.shape().toArray());
        return images.changed(new RemovedPixels(removed, replacement, layout, seed));
    }

    /** The first pixels of a ranking. */
    static BitSet top(int[] ranking, int count) {
        BitSet top = new BitSet(ranking.length);
        for (int rank = 0; rank < count; rank++) {
            top.set(ranking[rank]);
        }
        return top;
    }

    @Override
    public void apply(int index, float[] image) {
        double[] values = new double[layout.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = image[i];
        }
        double[] replacing = replacement.values(values, 0, layout, seed.child(index));
        BitSet pixels = removed.get(index);
        for (int p = pixels.nextSetBit(0); p >= 0; p = pixels.nextSetBit(p + 1)) {
            for (int c = 0; c < layout.channels(); c++) {
                int cell = layout.cell(p, c);
                image[cell] = (float) replacing[cell];
            }
        }
    }
}
