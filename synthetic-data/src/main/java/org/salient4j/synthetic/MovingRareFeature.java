package org.salient4j.synthetic;

/**
 * A box long in time and narrow in features that starts anywhere, along both axes.
 *
 * @param timeSize number of time steps of the box, at least 1
 * @param featureSize number of features of the box, at least 1
 */
public record MovingRareFeature(int timeSize, int featureSize) implements MovingLayout {

    /**
     * @throws IllegalArgumentException if a size is below 1
     */
    public MovingRareFeature {
        Require.atLeast(1, "timeSize", timeSize);
        Require.atLeast(1, "featureSize", featureSize);
    }

    /** Creates the published layout, a box of 40 time steps and 6 features. */
    public MovingRareFeature() {
        this(40, 6);
    }

    @Override
    public String name() {
        return "moving-rare-feature";
    }

    @Override
    public String description() {
        return "six features over most of the time, anywhere; the sign is the class";
    }
}
