package org.salient4j.synthetic;

/**
 * A box short in time and wide in features that starts anywhere, along both axes.
 *
 * @param timeSize number of time steps of the box, at least 1
 * @param featureSize number of features of the box, at least 1
 */
public record MovingRareTime(int timeSize, int featureSize) implements MovingLayout {

    /**
     * @throws IllegalArgumentException if a size is below 1
     */
    public MovingRareTime {
        Require.atLeast(1, "timeSize", timeSize);
        Require.atLeast(1, "featureSize", featureSize);
    }

    /** Creates the published layout, a box of 6 time steps and 40 features. */
    public MovingRareTime() {
        this(6, 40);
    }

    @Override
    public String name() {
        return "moving-rare-time";
    }

    @Override
    public String description() {
        return "six time steps of most features, anywhere; the sign is the class";
    }
}
