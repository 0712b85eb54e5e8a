package org.salient4j.synthetic.images;

/**
 * Everything that, with a seed, determines generated shapes.
 *
 * @param side height and width of an image, at least 8
 * @param smallest least radius of a shape in pixels, half of the square it fills; at least 3
 * @param largest greatest radius, at most half the side
 * @param contrast how far, at least, each channel of a shape's colour is from the background's 0.5;
 *     in (0, 0.45]
 * @param noise standard deviation of the noise on every value, in [0, 1]
 */
public record ShapeSpec(int side, int smallest, int largest, double contrast, double noise) {
    /** The farthest a colour is from the background. */
    static final double FARTHEST = 0.45;

    private static final int LEAST_SIDE = 8;
    private static final int LEAST_RADIUS = 3;

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ShapeSpec {
        if (side < LEAST_SIDE) {
            throw new IllegalArgumentException("side must be at least 8, was " + side);
        }
        if (smallest < LEAST_RADIUS || largest < smallest || largest > side / 2) {
            throw new IllegalArgumentException(
                    "smallest and largest must satisfy 3 <= smallest <= largest <= %d, were %d and %d"
                            .formatted(side / 2, smallest, largest));
        }
        if (!(contrast > 0 && contrast <= FARTHEST)) {
            throw new IllegalArgumentException("contrast must be in (0, 0.45], was " + contrast);
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("noise must be in [0, 1], was " + noise);
        }
    }

    /** Images of 32 x 32 with shapes of radius 6 to 12, contrast 0.2 and noise 0.1. */
    public static ShapeSpec usual() {
        return new ShapeSpec(32, 6, 12, 0.2, 0.1);
    }
}
