package org.salient4j.synthetic;

import java.util.List;

/**
 * Three groups of features over the same time steps, at the beginning of the series (input-cell
 * attention study). All three boxes carry the sign of the class.
 *
 * @param timeStart first time step of the boxes, at least 0
 * @param timeSize number of time steps of each box, at least 1
 * @param featureSize number of features of each box, at least 1
 * @param firstFeature first feature of the first box, at least 0
 * @param secondFeature first feature of the second box
 * @param thirdFeature first feature of the third box
 */
public record ThreeUpperBoxes(
        int timeStart,
        int timeSize,
        int featureSize,
        int firstFeature,
        int secondFeature,
        int thirdFeature)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative, a size is below 1 or boxes overlap
     */
    public ThreeUpperBoxes {
        Placement.requireDisjoint(
                List.of(
                        Box.sized(timeStart, timeSize, firstFeature, featureSize),
                        Box.sized(timeStart, timeSize, secondFeature, featureSize),
                        Box.sized(timeStart, timeSize, thirdFeature, featureSize)));
    }

    /** Creates the published layout: 40 time steps from 0 on, 30 features from 0, 35 and 70 on. */
    public ThreeUpperBoxes() {
        this(0, 40, 30, 0, 35, 70);
    }

    @Override
    public String name() {
        return "three-upper-boxes";
    }

    @Override
    public String description() {
        return "three boxes side by side at the beginning; their sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(
                Box.sized(timeStart, timeSize, firstFeature, featureSize),
                Box.sized(timeStart, timeSize, secondFeature, featureSize),
                Box.sized(timeStart, timeSize, thirdFeature, featureSize));
    }

    @Override
    public SeriesSize usualSize() {
        return new SeriesSize(100, 100);
    }
}
