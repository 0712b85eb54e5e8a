package org.salient4j.synthetic.images;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws one coloured shape on noise an image. The shape's kind is the class; its place, size and
 * colour are drawn without regard to it, so nothing but the outline tells the class.
 *
 * <p>The background is {@code 0.5 + noise}, the shape {@code c + noise} with one colour {@code c}
 * for all of it, each channel {@code contrast} to 0.45 above or below 0.5; the noise is normal and
 * independent in every value. Values are cut to [0, 1] and rounded to bytes.
 *
 * <p>Use it to see whether a map points at the object. The truth marks all pixels of the shape, as
 * a segmentation of a photograph would, but those inside a full shape tell less of the class than
 * those at its edge, and the background just outside the edge tells something as well: no map that
 * is right needs to fill the mask. Not for claims about photographs.
 */
public final class GeneratedShapes {
    /** What the data is called wherever it is named. */
    public static final String NAME = "generated-shapes";

    private static final int CHANNELS = 3;
    private static final double BACKGROUND = 0.5;
    private static final int LARGEST = 255;

    private final ShapeSpec spec;
    private final RandomGenerator random;
    private final int plane;

    private GeneratedShapes(ShapeSpec spec, RandomGenerator random) {
        this.spec = spec;
        this.random = random;
        this.plane = spec.side() * spec.side();
    }

    /**
     * Draws images. The same spec and an equally seeded generator give bit-equal images, and the
     * first of many are those of few.
     *
     * @param spec what to draw
     * @param images how many, at least 1
     * @param random source of randomness
     * @throws IllegalArgumentException if the number is not positive or the images would have more
     *     values than a Java array can hold
     */
    public static ShapeImages draw(ShapeSpec spec, int images, RandomGenerator random) {
        long values = (long) images * CHANNELS * spec.side() * spec.side();
        if (images < 1 || values > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "images must be at least 1 and fit an array, was " + images);
        }
        float[] x = new float[(int) values];
        boolean[] truth = new boolean[x.length];
        int[] labels = new int[images];
        GeneratedShapes shapes = new GeneratedShapes(spec, random);
        for (int n = 0; n < images; n++) {
            labels[n] = random.nextInt(ShapeKind.values().length);
            shapes.put(ShapeKind.values()[labels[n]], x, truth, n * CHANNELS * shapes.plane);
        }
        long[] shape = {images, CHANNELS, spec.side(), spec.side()};
        return new ShapeImages(
                Nd4j.createFromArray(x).reshape('c', shape),
                labels,
                Nd4j.createFromArray(truth).reshape('c', shape));
    }

    private void put(ShapeKind kind, float[] pixels, boolean[] truth, int from) {
        int radius = random.nextInt(spec.smallest(), spec.largest() + 1);
        double row = centre(radius);
        double column = centre(radius);
        double[] colour = colour();
        for (int i = 0; i < plane; i++) {
            int y = i / spec.side();
            int x = i % spec.side();
            boolean inside = kind.covers((x + 0.5 - column) / radius, (y + 0.5 - row) / radius);
            for (int c = 0; c < CHANNELS; c++) {
                double value = inside ? colour[c] : BACKGROUND;
                int at = from + c * plane + i;
                pixels[at] = rounded(value + spec.noise() * random.nextGaussian());
                truth[at] = inside;
            }
        }
    }

    /** The whole shape lies inside the image. */
    private double centre(int radius) {
        return radius + random.nextDouble() * (spec.side() - 2 * radius);
    }

    private double[] colour() {
        double[] colour = new double[CHANNELS];
        for (int c = 0; c < CHANNELS; c++) {
            double distance =
                    spec.contrast() + random.nextDouble() * (ShapeSpec.FARTHEST - spec.contrast());
            colour[c] = random.nextBoolean() ? BACKGROUND + distance : BACKGROUND - distance;
        }
        return colour;
    }

    private static float rounded(double value) {
        float pixel = Math.round(Math.max(0, Math.min(1, value)) * LARGEST);
        return pixel / LARGEST;
    }
}
