package org.salient4j.benchmarks.images;

import java.util.BitSet;
import java.util.List;
import org.salient4j.framework.Seed;
import org.salient4j.framework.images.ImageData;
import org.salient4j.framework.images.ImageShape;

/** Images without some of their pixels, which are replaced as they are read. */
final class RemovedImages implements ImageData {
    private final ImageData images;
    private final List<BitSet> removed;
    private final PixelReplacement replacement;
    private final PixelLayout layout;
    private final Seed seed;

    /**
     * @param images what is read
     * @param removed the pixels that are taken from each image
     * @param replacement of them
     * @param seed of noise
     */
    RemovedImages(ImageData images, List<BitSet> removed, PixelReplacement replacement, Seed seed) {
        if (removed.size() != images.size()) {
            throw new IllegalArgumentException(
                    "%d images need as many sets of pixels, found %d"
                            .formatted(images.size(), removed.size()));
        }
        this.images = images;
        this.removed = removed;
        this.replacement = replacement;
        this.layout = PixelLayout.of(images.shape().toArray());
        this.seed = seed;
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
        double[] values = new double[layout.cells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = into[i];
        }
        double[] replacing = replacement.values(values, 0, layout, seed.child(index));
        BitSet pixels = removed.get(index);
        for (int p = pixels.nextSetBit(0); p >= 0; p = pixels.nextSetBit(p + 1)) {
            for (int c = 0; c < layout.channels(); c++) {
                int cell = layout.cell(p, c);
                into[cell] = (float) replacing[cell];
            }
        }
    }
}
