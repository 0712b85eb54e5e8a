package org.salient4j.synthetic;

/**
 * A rectangle of salient cells: the time steps {@code [timeStart, timeEnd)} of the features {@code
 * [featureStart, featureEnd)}. Ends are exclusive.
 *
 * @param timeStart first time step, at least 0
 * @param timeEnd time step after the last one, greater than {@code timeStart}
 * @param featureStart first feature, at least 0
 * @param featureEnd feature after the last one, greater than {@code featureStart}
 */
public record Box(int timeStart, int timeEnd, int featureStart, int featureEnd) {

    /**
     * @throws IllegalArgumentException if a start is negative or an end does not lie after its
     *     start
     */
    public Box {
        requireRange("time", timeStart, timeEnd);
        requireRange("feature", featureStart, featureEnd);
    }

    /**
     * Returns the box with the given starts and sizes.
     *
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public static Box sized(int timeStart, int timeSize, int featureStart, int featureSize) {
        Require.atLeast(0, "timeStart", timeStart);
        Require.atLeast(1, "timeSize", timeSize);
        Require.atLeast(0, "featureStart", featureStart);
        Require.atLeast(1, "featureSize", featureSize);
        return new Box(timeStart, timeStart + timeSize, featureStart, featureStart + featureSize);
    }

    /** Returns the number of time steps. */
    public int timeSize() {
        return timeEnd - timeStart;
    }

    /** Returns the number of features. */
    public int featureSize() {
        return featureEnd - featureStart;
    }

    /** Returns the number of cells. */
    public int cells() {
        return timeSize() * featureSize();
    }

    /** Returns whether the cell at the given time step and feature is inside. */
    public boolean contains(int timeStep, int feature) {
        return timeStart <= timeStep
                && timeStep < timeEnd
                && featureStart <= feature
                && feature < featureEnd;
    }

    /** Returns whether the two boxes share a cell. */
    public boolean overlaps(Box other) {
        return timeStart < other.timeEnd
                && other.timeStart < timeEnd
                && featureStart < other.featureEnd
                && other.featureStart < featureEnd;
    }

    /** Returns whether the box lies inside a series of the given size. */
    public boolean fits(SeriesSize size) {
        return timeEnd <= size.timeSteps() && featureEnd <= size.features();
    }

    /** Returns the box as it is written in messages. */
    @Override
    public String toString() {
        return String.format(
                "time [%d, %d) x features [%d, %d)", timeStart, timeEnd, featureStart, featureEnd);
    }

    private static void requireRange(String axis, int start, int end) {
        Require.atLeast(0, axis + "Start", start);
        if (end <= start) {
            throw new IllegalArgumentException(
                    String.format(
                            "%sEnd must be greater than %sStart %d, was %d",
                            axis, axis, start, end));
        }
    }
}
