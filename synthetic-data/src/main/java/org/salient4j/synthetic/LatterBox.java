package org.salient4j.synthetic;

import java.util.List;

/**
 * A box at the end of the series ("BottomBox" of the input-cell attention study).
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record LatterBox(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public LatterBox {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 70 + 30 time steps, 10 + 80 features (start + size). */
    public LatterBox() {
        this(70, 30, 10, 80);
    }

    @Override
    public String name() {
        return "latter-box";
    }

    @Override
    public String description() {
        return "one box at the end; its sign is the class";
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
