package org.salient4j.synthetic;

import java.util.List;

/**
 * A box that is short in time and wide in features: most time steps say nothing.
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record RareTime(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public RareTime {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 22 + 6 time steps, 5 + 40 features (start + size). */
    public RareTime() {
        this(22, 6, 5, 40);
    }

    @Override
    public String name() {
        return "rare-time";
    }

    @Override
    public String description() {
        return "six time steps of most features; the sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(Box.sized(timeStart, timeSize, featureStart, featureSize));
    }
}
