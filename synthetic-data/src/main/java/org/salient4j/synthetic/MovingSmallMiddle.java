package org.salient4j.synthetic;

/**
 * A small box that starts anywhere: 9 % of the cells are salient, elsewhere in each sample.
 *
 * @param timeSize number of time steps of the box, at least 1
 * @param featureSize number of features of the box, at least 1
 */
public record MovingSmallMiddle(int timeSize, int featureSize) implements MovingLayout {

    /**
     * @throws IllegalArgumentException if a size is below 1
     */
    public MovingSmallMiddle {
        Require.atLeast(1, "timeSize", timeSize);
        Require.atLeast(1, "featureSize", featureSize);
    }

    /** Creates the published layout, a box of 15 time steps and 15 features. */
    public MovingSmallMiddle() {
        this(15, 15);
    }

    @Override
    public String name() {
        return "moving-small-middle";
    }

    @Override
    public String description() {
        return "one small box anywhere; its sign is the class";
    }
}
