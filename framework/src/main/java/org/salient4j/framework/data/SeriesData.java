package org.salient4j.framework.data;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * Labelled time series, all of one length, and where they can tell, which cells carry the label.
 *
 * <p>Checked once, here: the rank, the sizes, that every value is finite and no label negative.
 * Arrays are shared, not copied.
 *
 * @param x the series [samples, steps, features], FLOAT or DOUBLE, finite
 * @param labels the class of each sample, from 0
 * @param truth the cells that carry the class, BOOL, shaped as {@code x}; null if not known
 */
public record SeriesData(INDArray x, int[] labels, INDArray truth) {

    /**
     * @throws InvalidInputException if the parts do not fit together, a value is not finite or a
     *     label is negative
     */
    public SeriesData {
        requireSeries(x, "x");
        if (labels.length != x.size(0)) {
            throw new InvalidInputException(
                    "x has " + x.size(0) + " samples but y has " + labels.length + " labels");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                throw new InvalidInputException(
                        "y[" + i + "] must be a class from 0, was " + labels[i]);
            }
        }
        if (truth != null) {
            requireTruth(truth, x);
        }
    }

    /** Series of which the telling cells are not known. */
    public static SeriesData of(INDArray x, int[] labels) {
        return new SeriesData(x, labels, null);
    }

    /** The number of series. */
    public int samples() {
        return labels.length;
    }

    /** The number of time steps. */
    public long steps() {
        return x.size(1);
    }

    /** The number of values at a time step. */
    public long features() {
        return x.size(2);
    }

    /**
     * Checks that a classifier of so many classes can be trained or measured on this.
     *
     * @param classes the number of classes
     * @return this
     * @throws InvalidInputException if a label is outside [0, classes)
     */
    public SeriesData requireClasses(int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= classes) {
                throw new InvalidInputException(
                        "y["
                                + i
                                + "] must be in [0, "
                                + classes
                                + ") for "
                                + classes
                                + " classes, was "
                                + labels[i]);
            }
        }
        return this;
    }

    /**
     * Checks that an array can be a batch of series.
     *
     * @param x the array
     * @param name what messages call it
     * @throws InvalidInputException unless it is [samples, steps, features] with at least one of
     *     each, FLOAT or DOUBLE, and finite
     */
    public static void requireSeries(INDArray x, String name) {
        if (x.rank() != 3) {
            throw new InvalidInputException(
                    name
                            + " must be [samples, steps, features], found "
                            + x.rank()
                            + " axes: "
                            + Arrays.toString(x.shape()));
        }
        if (x.isEmpty()) {
            throw new InvalidInputException(
                    name
                            + " must hold at least one sample, step and feature, found "
                            + Arrays.toString(x.shape()));
        }
        if (x.dataType() != DataType.FLOAT && x.dataType() != DataType.DOUBLE) {
            throw new InvalidInputException(
                    name
                            + " must be float32 or float64, found "
                            + x.dataType()
                            + ": convert it, in NumPy with .astype('float32')");
        }
        requireFinite(x, name);
    }

    private static void requireFinite(INDArray x, String name) {
        // A sum over anything that is not finite is not finite: one pass in native code.
        if (Double.isFinite(x.sumNumber().doubleValue())) {
            return;
        }
        for (long n = 0; n < x.size(0); n++) {
            for (long t = 0; t < x.size(1); t++) {
                for (long f = 0; f < x.size(2); f++) {
                    double value = x.getDouble(n, t, f);
                    if (!Double.isFinite(value)) {
                        throw new InvalidInputException(
                                String.format(
                                        "%s must be finite, found %s at [%d, %d, %d]"
                                                + " (sample, step, feature)",
                                        name, value, n, t, f));
                    }
                }
            }
        }
    }

    private static void requireTruth(INDArray truth, INDArray x) {
        if (truth.dataType() != DataType.BOOL) {
            throw new InvalidInputException(
                    "truth must be bool, found "
                            + truth.dataType()
                            + ": convert it, in NumPy with .astype('bool')");
        }
        if (!Arrays.equals(truth.shape(), x.shape())) {
            throw new InvalidInputException(
                    "truth must be shaped as x "
                            + Arrays.toString(x.shape())
                            + ", found "
                            + Arrays.toString(truth.shape()));
        }
    }
}
