package org.salient4j.benchmarks.metrics;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/** From arrays to the flattened primitives on which the metrics run. */
final class ArrayConversion {
    private ArrayConversion() {}

    static MetricContext context(INDArray attributions, INDArray truth) {
        if (!Arrays.equals(attributions.shape(), truth.shape())) {
            throw new InvalidInputException(
                    "attributions and truth must have the same shape, were %s and %s"
                            .formatted(
                                    Arrays.toString(attributions.shape()),
                                    Arrays.toString(truth.shape())));
        }
        return MetricContext.of(sampleShape(attributions), rows(attributions), mask(truth));
    }

    /** The shape behind the first dimension. */
    static int[] sampleShape(INDArray array) {
        if (array.rank() < 2 || array.isEmpty()) {
            throw new InvalidInputException(
                    "attributions must have the shape [N, ...] with at least one sample, was "
                            + Arrays.toString(array.shape()));
        }
        long[] shape = array.shape();
        int[] sampleShape = new int[shape.length - 1];
        for (int i = 0; i < sampleShape.length; i++) {
            sampleShape[i] = Math.toIntExact(shape[i + 1]);
        }
        return sampleShape;
    }

    /** The values of every sample, flattened in C order. */
    static double[][] rows(INDArray array) {
        if (!array.dataType().isNumerical()) {
            throw new InvalidInputException(
                    "attributions must be numbers, were " + array.dataType());
        }
        return split(array, Math.toIntExact(array.size(0)));
    }

    private static boolean[][] mask(INDArray truth) {
        DataType type = truth.dataType();
        if (type != DataType.BOOL && !type.isNumerical()) {
            throw new InvalidInputException("truth must be boolean, was " + type);
        }
        double[][] values = split(truth, Math.toIntExact(truth.size(0)));
        boolean[][] mask = new boolean[values.length][];
        for (int sample = 0; sample < mask.length; sample++) {
            double[] row = values[sample];
            boolean[] maskRow = new boolean[row.length];
            for (int cell = 0; cell < row.length; cell++) {
                if (row[cell] != 0 && row[cell] != 1) {
                    throw new InvalidInputException(
                            "truth must be 0 or 1, found %s in sample %d, cell %d"
                                    .formatted(row[cell], sample, cell));
                }
                maskRow[cell] = row[cell] == 1;
            }
            mask[sample] = maskRow;
        }
        return mask;
    }

    private static double[][] split(INDArray array, int samples) {
        // dup first: a view's buffer holds more than the view, and in its own order.
        double[] flat = array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
        int cells = flat.length / samples;
        double[][] rows = new double[samples][];
        for (int sample = 0; sample < samples; sample++) {
            rows[sample] = Arrays.copyOfRange(flat, sample * cells, (sample + 1) * cells);
        }
        return rows;
    }
}
