package org.salient4j.benchmarks.images;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Predictions;

/**
 * How a network's accuracy drops as pixels are removed, the most salient first: figures 3 and 10
 * and table 4 of Ismail et al., NeurIPS 2021.
 *
 * <p>Rankings come from the whole image, once: no saliency is computed again on images with holes,
 * so the removed sets are nested. Images may come in any number of parts; the curve is that of all
 * of them together.
 *
 * <p>Use it to compare saliency methods on one network. It does not tell apart a method that finds
 * what matters from a network that is easily confused by holes: look at the curve of random
 * rankings, and at {@code roar}, where networks are retrained on what is left.
 */
public final class AccuracyDrop {
    private final DifferentiableModel model;
    private final PixelReplacement replacement;
    private final Seed seed;
    private final PixelLayout layout;
    private final long[] right = new long[DropCurve.LEVELS];
    private int images;

    /**
     * @param model the classifier
     * @param replacement of removed pixels
     * @param seed of noise
     */
    public AccuracyDrop(DifferentiableModel model, PixelReplacement replacement, Seed seed) {
        this.model = Objects.requireNonNull(model, "model");
        this.replacement = Objects.requireNonNull(replacement, "replacement");
        this.seed = Objects.requireNonNull(seed, "seed");
        this.layout = PixelLayout.of(model.inputShape());
    }

    /**
     * Classifies more images at every level.
     *
     * @param part some images
     * @param rankings the pixels of each from the most salient on
     */
    public void add(Examples part, int[][] rankings) {
        if (rankings.length != part.size()) {
            throw new IllegalArgumentException(
                    "%d images need as many rankings, found %d"
                            .formatted(part.size(), rankings.length));
        }
        double[] values = HostArray.doubles(part.x());
        double[][] replacing = new double[part.size()][];
        for (int i = 0; i < replacing.length; i++) {
            Seed ofImage = seed.child(images + i);
            replacing[i] = replacement.values(values, i * layout.cells(), layout, ofImage);
        }
        int removed = 0;
        for (int level = 0; level < DropCurve.LEVELS; level++) {
            int count = DropCurve.removed(level, layout.pixels());
            for (int i = 0; i < replacing.length; i++) {
                PixelReplacement.put(
                        values,
                        i * layout.cells(),
                        rankings[i],
                        removed,
                        count,
                        replacing[i],
                        layout);
            }
            removed = count;
            right[level] += right(values, part);
        }
        images += part.size();
    }

    private int right(double[] values, Examples part) {
        int[] predicted =
                Predictions.classes(
                        model, HostArray.of(values, model.dataType(), part.x().shape().clone()));
        int count = 0;
        for (int i = 0; i < predicted.length; i++) {
            count += predicted[i] == part.labels()[i] ? 1 : 0;
        }
        return count;
    }

    /** The curve of all images so far, at least one. */
    public DropCurve curve() {
        List<Double> accuracy =
                Arrays.stream(right).mapToObj(count -> (double) count / images).toList();
        return new DropCurve(accuracy, images);
    }
}
