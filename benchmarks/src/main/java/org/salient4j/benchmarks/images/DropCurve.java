package org.salient4j.benchmarks.images;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * Accuracy where 0, 10, …, 90 % of the pixels are removed, the most salient first.
 *
 * <p>The lower the curve, the more of what the network needs the saliency found. How a network
 * reacts to images with holes counts as much: compare methods on one network, and networks only
 * with random removal beside.
 *
 * @param accuracy share of the images classified right, one a level
 * @param images how many were classified
 */
public record DropCurve(List<Double> accuracy, int images) {
    /** Number of levels. */
    public static final int LEVELS = 10;

    /** The greatest area: everything right at every level. */
    public static final double LARGEST_AREA = 9000;

    /** Validates. */
    public DropCurve {
        accuracy = List.copyOf(accuracy);
        if (accuracy.size() != LEVELS || images < 1) {
            throw new InvalidInputException(
                    "a curve has %d levels of at least one image, found %d of %d"
                            .formatted(LEVELS, accuracy.size(), images));
        }
    }

    /**
     * How many pixels a level removes: floor of the share, exactly, and at least one from 10 % on.
     * The released code removes one at 0 % too.
     *
     * @param tenths the level, 0 to 9
     * @param pixels of an image
     */
    public static int removed(int tenths, int pixels) {
        return tenths == 0 ? 0 : Math.max(1, (int) ((long) tenths * pixels / LEVELS));
    }

    /**
     * The area below the curve by the trapezoidal rule, accuracy in per cent over removed pixels in
     * per cent: at most 9000. The unit of table 4 of the paper, which does not say it: its numbers
     * fit no other.
     */
    public double area() {
        double area = 0;
        for (int level = 1; level < LEVELS; level++) {
            area += 100 * (accuracy.get(level - 1) + accuracy.get(level)) / 2 * LEVELS;
        }
        return area;
    }
}
