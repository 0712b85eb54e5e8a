package org.salient4j.synthetic;

import java.util.List;

/**
 * A box in the middle of a long series (input-cell attention study). It is larger in time and
 * smaller in features than {@link EarlierBox} and {@link LatterBox}; compare positions with {@link
 * BoxPositions#matched()}, whose boxes are equal.
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record MiddleBox(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public MiddleBox {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 20 + 60 time steps, 20 + 60 features (start + size). */
    public MiddleBox() {
        this(20, 60, 20, 60);
    }

    @Override
    public String name() {
        return "middle-box";
    }

    @Override
    public String description() {
        return "one box in the middle of a long series; its sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(Box.sized(timeStart, timeSize, featureStart, featureSize));
    }

    @Override
    public SeriesSize usualSize() {
        return new SeriesSize(100, 100);
    }
}
