package org.salient4j.synthetic;

import java.util.List;

/**
 * A box that is long in time and narrow in features: most features say nothing.
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record RareFeature(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public RareFeature {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 5 + 40 time steps, 22 + 6 features (start + size). */
    public RareFeature() {
        this(5, 40, 22, 6);
    }

    @Override
    public String name() {
        return "rare-feature";
    }

    @Override
    public String description() {
        return "six features over most of the time; the sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(Box.sized(timeStart, timeSize, featureStart, featureSize));
    }
}
