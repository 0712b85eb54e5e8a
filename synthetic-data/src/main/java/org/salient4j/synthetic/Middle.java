package org.salient4j.synthetic;

import java.util.List;

/**
 * A large box in the middle, the easiest layout of the benchmark: 36 % of the cells are salient.
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record Middle(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public Middle {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 10 + 30 time steps, 10 + 30 features (start + size). */
    public Middle() {
        this(10, 30, 10, 30);
    }

    @Override
    public String name() {
        return "middle";
    }

    @Override
    public String description() {
        return "one large box in the middle; its sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(Box.sized(timeStart, timeSize, featureStart, featureSize));
    }
}
