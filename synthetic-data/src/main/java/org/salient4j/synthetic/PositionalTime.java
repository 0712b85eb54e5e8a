package org.salient4j.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The class is the <em>feature</em> position of the box, which wanders freely along time; both
 * classes are shifted up.
 *
 * <p>Mind the name: it is that of the <em>free</em> axis, as in the benchmark. The class is
 * <em>not</em> in the time position.
 *
 * @param timeSize number of time steps of the box, at least 1
 * @param featureSize number of features of the box, at least 1
 * @param positiveStart first feature of the box of class 1, at least 0
 * @param negativeStart first feature of the box of class 0, at least 0, not {@code positiveStart}
 */
public record PositionalTime(int timeSize, int featureSize, int positiveStart, int negativeStart)
        implements TimeSeriesLayout {

    /**
     * @throws IllegalArgumentException if a size is below 1, a start is negative, or both classes
     *     start at the same place
     */
    public PositionalTime {
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
    public PositionalTime() {
        this(20, 20, 1, 29);
    }

    @Override
    public String name() {
        return "positional-time";
    }

    @Override
    public String description() {
        return "one box; its feature position is the class, its time position is free";
    }

    @Override
    public Placement place(int label, SeriesSize size, boolean inclusive, RandomGenerator random) {
        int coded = Placement.requireLabel(label) == 1 ? positiveStart : negativeStart;
        int free = FreeStart.draw(size.timeSteps(), timeSize, inclusive, random);
        return new Placement(List.of(Box.sized(free, timeSize, coded, featureSize)), 1);
    }

    @Override
    public void requireFits(SeriesSize size, boolean inclusive) {
        FreeStart.requireRoom(name(), "timeSteps", size.timeSteps(), timeSize, inclusive);
        int needed = Math.max(positiveStart, negativeStart) + featureSize;
        if (needed > size.features()) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s needs features of at least %d, was %d",
                            name(), needed, size.features()));
        }
    }

    @Override
    public int informativeCells() {
        return timeSize * featureSize;
    }
}
