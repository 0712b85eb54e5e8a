package org.salient4j.synthetic;

/**
 * The size of one series. Its cells are stored time by time: cell {@code (t, f)} is at {@code t *
 * features + f}.
 *
 * @param timeSteps number of time steps T, at least 1
 * @param features number of features F, at least 1
 */
public record SeriesSize(int timeSteps, int features) {

    /** The size of the time-series benchmark, 50 time steps and 50 features. */
    public static final SeriesSize BENCHMARK = new SeriesSize(50, 50);

    /**
     * @throws IllegalArgumentException if a size is below 1 or T·F exceeds the largest Java array
     */
    public SeriesSize {
        Require.atLeast(1, "timeSteps", timeSteps);
        Require.atLeast(1, "features", features);
        if ((long) timeSteps * features > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    String.format(
                            "timeSteps * features must be at most %d, was %d",
                            Integer.MAX_VALUE, (long) timeSteps * features));
        }
    }

    /** Returns the number of cells, T·F. */
    public int cells() {
        return timeSteps * features;
    }

    /**
     * Returns the size as it is written in messages, such as {@code 50x40}: time, then features.
     */
    @Override
    public String toString() {
        return timeSteps + "x" + features;
    }
}
