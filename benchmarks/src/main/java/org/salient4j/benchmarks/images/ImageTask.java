package org.salient4j.benchmarks.images;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.images.Augmentation;
import org.salient4j.framework.images.ImageData;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.Normalization;
import org.salient4j.synthetic.images.GeneratedShapes;
import org.salient4j.synthetic.images.ShapeImages;
import org.salient4j.synthetic.images.ShapeKind;
import org.salient4j.synthetic.images.ShapeSpec;

/**
 * The images of a cell, scaled: what is trained on, what is measured on, and which pixels tell the
 * class, where that is known.
 *
 * @param train scaled; a part drawn by the seed if not all are asked for
 * @param test scaled; the first ones if not all are asked for, of a user's folder in a fixed random
 *     order
 * @param truth of the test images, [N, C, H, W] BOOL; null where it is not known
 * @param augmentation what training does to an image
 * @param files what is closed with it
 */
record ImageTask(
        ImageData train,
        ImageData test,
        INDArray truth,
        Augmentation augmentation,
        ImageDataset files)
        implements AutoCloseable {
    /** Drawn where no number is asked for. */
    static final int DRAWN_TRAIN = 10_000;

    static final int DRAWN_TEST = 2000;

    private static final String MNIST = "mnist";

    /**
     * Opens the images.
     *
     * @param seed of what is drawn: a part of the training images, or all images
     */
    static ImageTask open(ImageSource source, ImageSetup setup, Seed seed) {
        if (source.generated()) {
            return drawn(setup, seed);
        }
        ImageDataset data = source.open();
        ImageData train = some(data.train(), setup.trainImages(), seed.child("part"));
        ImageData test = first(mixed(data.test(), source), setup.testImages());
        // Digits are scaled as everybody scales them; others by what they are trained on.
        Normalization scale =
                source.name().equals(MNIST) ? Normalization.MNIST : Normalization.of(train);
        return new ImageTask(
                scale.apply(train), scale.apply(test), null, setup.augmentation().of(scale), data);
    }

    private static ImageTask drawn(ImageSetup setup, Seed seed) {
        int trainImages = setup.trainImages() == 0 ? DRAWN_TRAIN : setup.trainImages();
        int testImages = setup.testImages() == 0 ? DRAWN_TEST : setup.testImages();
        Seed of = seed.child("data");
        ShapeImages train = draw(trainImages, of.child("train"));
        ShapeImages test = draw(testImages, of.child("test"));
        Map<Split, ImageData> splits = new EnumMap<>(Split.class);
        splits.put(Split.TRAIN, images(train));
        splits.put(Split.TEST, images(test));
        ImageDataset data = new ImageDataset(GeneratedShapes.NAME, splits);
        Normalization scale = Normalization.of(data.train());
        return new ImageTask(
                scale.apply(data.train()),
                scale.apply(data.test()),
                test.truth(),
                setup.augmentation().of(scale),
                data);
    }

    private static ShapeImages draw(int count, Seed seed) {
        return GeneratedShapes.draw(ShapeSpec.usual(), count, seed.random());
    }

    private static ImageData images(ShapeImages images) {
        return ImageData.of(new Examples(images.x(), images.labels()), ShapeKind.classes());
    }

    private static ImageData some(ImageData all, int count, Seed seed) {
        return count == 0 || count >= all.size()
                ? all
                : all.select(Arrays.copyOf(Examples.shuffled(all.size(), seed), count));
    }

    /**
     * The first test images are measured on and shown. Files of a user's folder stand class by
     * class, so those would be of one class: they are put in an order that is drawn once for all
     * seeds. The order of fetched data is its authors', and mixed.
     */
    private static ImageData mixed(ImageData test, ImageSource source) {
        return source.place() == null
                ? test
                : test.select(Examples.shuffled(test.size(), Seed.of(1).child("test order")));
    }

    private static ImageData first(ImageData all, int count) {
        return count == 0 || count >= all.size()
                ? all
                : all.select(IntStream.range(0, count).toArray());
    }

    /**
     * Test images as a network takes them.
     *
     * @param from the first, inclusive
     * @param to the last, exclusive
     * @param series whether a series network reads them
     */
    Examples test(int from, int to, boolean series) {
        Examples images = test.examples(IntStream.range(from, to).toArray());
        return series ? ImageSeries.of(images) : images;
    }

    /** The truth of a test image, one a pixel; the channels are alike. */
    boolean[] truth(int image) {
        long pixels = truth.size(2) * truth.size(3);
        double[] values = HostArray.doubles(truth.slice(image).slice(0));
        boolean[] of = new boolean[(int) pixels];
        for (int p = 0; p < of.length; p++) {
            of[p] = values[p] != 0;
        }
        return of;
    }

    @Override
    public void close() {
        files.close();
    }
}
