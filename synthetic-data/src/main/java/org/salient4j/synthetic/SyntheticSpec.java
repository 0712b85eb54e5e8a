package org.salient4j.synthetic;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Everything that, with a seed, determines a synthetic data set.
 *
 * @param layout where the class is written
 * @param process what the series are before that
 * @param size time steps and features of a series
 * @param train number of training samples, at least 1
 * @param validation number of validation samples, at least 0
 * @param test number of test samples, at least 1
 * @param inclusive whether moving boxes may start at the last position they fit in
 * @param shift what is added inside the boxes, times the sign of the class
 * @param scaling how the series are scaled, fitted on the training samples
 * @param dataType type of the series, FLOAT or DOUBLE; the arithmetic is in double either way
 */
public record SyntheticSpec(
        TimeSeriesLayout layout,
        BaseProcess process,
        SeriesSize size,
        int train,
        int validation,
        int test,
        boolean inclusive,
        double shift,
        Scaling scaling,
        DataType dataType) {

    /**
     * @throws IllegalArgumentException if a value is outside its range, the layout does not fit the
     *     size, or one part of the data would have more cells than a Java array can hold
     */
    public SyntheticSpec {
        Require.present("layout", layout);
        Require.present("process", process);
        Require.present("size", size);
        requireCount(1, "train", train, size);
        requireCount(0, "validation", validation, size);
        requireCount(1, "test", test, size);
        Require.finite("shift", shift);
        Require.present("scaling", scaling);
        if (dataType != DataType.FLOAT && dataType != DataType.DOUBLE) {
            throw new IllegalArgumentException("dataType must be FLOAT or DOUBLE, was " + dataType);
        }
        layout.requireFits(size, inclusive);
    }

    /**
     * Returns the published settings: the layout's usual size, 1000 training and 100 test samples,
     * no validation samples, not inclusive, shift 1, min-max scaling, FLOAT.
     */
    public static SyntheticSpec of(TimeSeriesLayout layout, BaseProcess process) {
        Require.present("layout", layout);
        return new SyntheticSpec(
                layout,
                process,
                layout.usualSize(),
                1000,
                0,
                100,
                false,
                1,
                Scaling.MIN_MAX,
                DataType.FLOAT);
    }

    /** Returns these settings with another size of series. */
    public SyntheticSpec withSize(int timeSteps, int features) {
        return new SyntheticSpec(
                layout,
                process,
                new SeriesSize(timeSteps, features),
                train,
                validation,
                test,
                inclusive,
                shift,
                scaling,
                dataType);
    }

    /** Returns these settings with other numbers of samples. */
    public SyntheticSpec withCounts(int newTrain, int newValidation, int newTest) {
        return new SyntheticSpec(
                layout,
                process,
                size,
                newTrain,
                newValidation,
                newTest,
                inclusive,
                shift,
                scaling,
                dataType);
    }

    /** Returns these settings with or without the last position of moving boxes. */
    public SyntheticSpec withInclusive(boolean newInclusive) {
        return new SyntheticSpec(
                layout,
                process,
                size,
                train,
                validation,
                test,
                newInclusive,
                shift,
                scaling,
                dataType);
    }

    /** Returns these settings with another shift. */
    public SyntheticSpec withShift(double newShift) {
        return new SyntheticSpec(
                layout,
                process,
                size,
                train,
                validation,
                test,
                inclusive,
                newShift,
                scaling,
                dataType);
    }

    /** Returns these settings with another scaling. */
    public SyntheticSpec withScaling(Scaling newScaling) {
        return new SyntheticSpec(
                layout,
                process,
                size,
                train,
                validation,
                test,
                inclusive,
                shift,
                newScaling,
                dataType);
    }

    /** Returns these settings with another type of series. */
    public SyntheticSpec withDataType(DataType newDataType) {
        return new SyntheticSpec(
                layout,
                process,
                size,
                train,
                validation,
                test,
                inclusive,
                shift,
                scaling,
                newDataType);
    }

    private static void requireCount(int minimum, String name, int count, SeriesSize size) {
        Require.atLeast(minimum, name, count);
        if ((long) count * size.cells() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s must be at most %d for %s series, was %d",
                            name, (Integer.MAX_VALUE - 8) / size.cells(), size, count));
        }
    }
}
