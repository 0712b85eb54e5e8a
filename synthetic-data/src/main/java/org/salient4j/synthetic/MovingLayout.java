package org.salient4j.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A layout of one box that starts anywhere, drawn anew for each sample, along time <em>and</em>
 * along features. (The summary figure of the benchmark shows the moving rare boxes free on one axis
 * only; its program moves both, and so does this.) The sign of the shift tells the classes apart.
 */
public interface MovingLayout extends TimeSeriesLayout {

    /** Returns the number of time steps of the box. */
    int timeSize();

    /** Returns the number of features of the box. */
    int featureSize();

    @Override
    default Placement place(int label, SeriesSize size, boolean inclusive, RandomGenerator random) {
        int time = FreeStart.draw(size.timeSteps(), timeSize(), inclusive, random);
        int feature = FreeStart.draw(size.features(), featureSize(), inclusive, random);
        return Placement.signed(
                label, List.of(Box.sized(time, timeSize(), feature, featureSize())));
    }

    @Override
    default void requireFits(SeriesSize size, boolean inclusive) {
        FreeStart.requireRoom(name(), "timeSteps", size.timeSteps(), timeSize(), inclusive);
        FreeStart.requireRoom(name(), "features", size.features(), featureSize(), inclusive);
    }

    @Override
    default int informativeCells() {
        return timeSize() * featureSize();
    }
}
