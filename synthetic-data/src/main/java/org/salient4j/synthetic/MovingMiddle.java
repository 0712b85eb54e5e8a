package org.salient4j.synthetic;

/**
 * A large box that starts anywhere: 36 % of the cells are salient, elsewhere in each sample.
 *
 * @param timeSize number of time steps of the box, at least 1
 * @param featureSize number of features of the box, at least 1
 */
public record MovingMiddle(int timeSize, int featureSize) implements MovingLayout {

    /**
     * @throws IllegalArgumentException if a size is below 1
     */
    public MovingMiddle {
        Require.atLeast(1, "timeSize", timeSize);
        Require.atLeast(1, "featureSize", featureSize);
    }

    /** Creates the published layout, a box of 30 time steps and 30 features. */
    public MovingMiddle() {
        this(30, 30);
    }

    @Override
    public String name() {
        return "moving-middle";
    }

    @Override
    public String description() {
        return "one large box anywhere; its sign is the class";
    }
}
