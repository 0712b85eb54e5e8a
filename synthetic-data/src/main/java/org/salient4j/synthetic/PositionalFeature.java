package org.salient4j.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The class is the <em>time</em> position of the box, which wanders freely along feature; both
 * classes are shifted up.
 *
 * <p>Mind the name: it is that of the <em>free</em> axis, as in the benchmark. The class is
 * <em>not</em> in the feature position.
 *
 * @param timeSize number of time steps of the box, at least 1
 * @param featureSize number of features of the box, at least 1
 * @param positiveStart first time of the box of class 1, at least 0
 * @param negativeStart first time of the box of class 0, at least 0, not {@code positiveStart}
 */
public record PositionalFeature(int timeSize, int featureSize, int positiveStart, int negativeStart)
        implements TimeSeriesLayout {

    /**
     * @throws IllegalArgumentException if a size is below 1, a start is negative, or both classes
     *     start at the same place
     */
    public PositionalFeature {
        Require.atLeast(1, "timeSize", timeSize);
        Require.atLeast(1, "featureSize", featureSize);
        Require.atLeast(0, "positiveStart", positiveStart);
        Require.atLeast(0, "negativeStart", negativeStart);
        if (positiveStart == negativeStart) {
            throw new IllegalArgumentException(
                    "positiveStart and negativeStart must differ, both were " + positiveStart);
        }
    }

    /** Creates the published layout: 20x20, class 1 at 1 and class 0 at 29. */
    public PositionalFeature() {
        this(20, 20, 1, 29);
    }

    @Override
    public String name() {
        return "positional-feature";
    }

    @Override
    public String description() {
        return "one box; its time position is the class, its feature position is free";
    }

    @Override
    public Placement place(int label, SeriesSize size, boolean inclusive, RandomGenerator random) {
        int coded = Placement.requireLabel(label) == 1 ? positiveStart : negativeStart;
        int free = FreeStart.draw(size.features(), featureSize, inclusive, random);
        return new Placement(List.of(Box.sized(coded, timeSize, free, featureSize)), 1);
    }

    @Override
    public void requireFits(SeriesSize size, boolean inclusive) {
        FreeStart.requireRoom(name(), "features", size.features(), featureSize, inclusive);
        int needed = Math.max(positiveStart, negativeStart) + timeSize;
        if (needed > size.timeSteps()) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s needs timeSteps of at least %d, was %d",
                            name(), needed, size.timeSteps()));
        }
    }

    @Override
    public int informativeCells() {
        return timeSize * featureSize;
    }
}
