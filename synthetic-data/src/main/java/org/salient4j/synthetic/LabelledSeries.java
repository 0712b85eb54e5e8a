package org.salient4j.synthetic;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Series with their classes and the truth about their salient cells. Arrays are handed out as they
 * are, not copied: treat them as read-only. Equality is that of the array objects, not of their
 * values.
 *
 * @param x series, {@code [N, T, F]}, FLOAT or DOUBLE
 * @param labels class of each sample, 0 or 1
 * @param truth whether a cell is salient, {@code [N, T, F]}, BOOL
 * @param boxes the boxes of salient cells of each sample, the same truth as rectangles
 */
public record LabelledSeries(INDArray x, int[] labels, INDArray truth, List<List<Box>> boxes) {

    /**
     * @throws IllegalArgumentException if the parts do not have the same number of samples, shape
     *     or the types above
     */
    public LabelledSeries {
        Require.present("x", x);
        Require.present("labels", labels);
        Require.present("truth", truth);
        boxes = List.copyOf(Require.present("boxes", boxes));
        if (x.rank() != 3) {
            throw new IllegalArgumentException(
                    "x must be [N, T, F], was " + Arrays.toString(x.shape()));
        }
        if (x.dataType() != DataType.FLOAT && x.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException("x must be FLOAT or DOUBLE, was " + x.dataType());
        }
        if (truth.dataType() != DataType.BOOL || !Arrays.equals(truth.shape(), x.shape())) {
            throw new IllegalArgumentException(
                    String.format(
                            "truth must be BOOL %s, was %s %s",
                            Arrays.toString(x.shape()),
                            truth.dataType(),
                            Arrays.toString(truth.shape())));
        }
        if (labels.length != x.size(0) || boxes.size() != x.size(0)) {
            throw new IllegalArgumentException(
                    String.format(
                            "labels and boxes must hold one entry for each of %d samples, held %d"
                                    + " and %d",
                            x.size(0), labels.length, boxes.size()));
        }
        for (int label : labels) {
            Placement.requireLabel(label);
        }
    }

    /** Returns the number of samples, N. */
    public int samples() {
        return labels.length;
    }

    /** Returns the size of one series. */
    public SeriesSize size() {
        return new SeriesSize((int) x.size(1), (int) x.size(2));
    }
}
