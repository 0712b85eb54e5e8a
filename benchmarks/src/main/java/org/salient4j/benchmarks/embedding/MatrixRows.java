package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/** Matrices that were handed in, as rows of finite doubles. */
final class MatrixRows {
    private MatrixRows() {}

    /** The rows of an array of rank 2. */
    static double[][] of(String name, INDArray array) {
        if (array.rank() != 2 || array.isEmpty() || !array.dataType().isNumerical()) {
            throw new InvalidInputException(
                    "%s must be numbers in rows and columns, was %s %s"
                            .formatted(name, array.dataType(), Arrays.toString(array.shape())));
        }
        return checked(name, split(array, Math.toIntExact(array.size(0))));
    }

    /** Refuses rows of different lengths and values that are not finite. */
    static double[][] checked(String name, double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new InvalidInputException(name + " must have a row and a column, was empty");
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != rows[0].length) {
                throw new InvalidInputException(
                        "%s must have rows of one length, row %d has %d columns, row 0 has %d"
                                .formatted(name, row, rows[row].length, rows[0].length));
            }
            for (int column = 0; column < rows[row].length; column++) {
                if (!Double.isFinite(rows[row][column])) {
                    throw new InvalidInputException(
                            "%s must be finite, found %s in row %d, column %d"
                                    .formatted(name, rows[row][column], row, column));
                }
            }
        }
        return rows;
    }

    static void requireSameRows(
            String firstName, double[][] first, String secondName, double[][] second) {
        if (first.length != second.length) {
            throw new InvalidInputException(
                    "%s and %s must hold the same samples, held %d and %d"
                            .formatted(firstName, secondName, first.length, second.length));
        }
    }

    /** Some of the columns, copied. */
    static double[][] columns(double[][] rows, int start, int end) {
        return Arrays.stream(rows)
                .map(row -> Arrays.copyOfRange(row, start, end))
                .toArray(double[][]::new);
    }

    /** The values behind the first dimension, flattened in C order. */
    static double[][] split(INDArray array, int rows) {
        // dup first: a view's buffer holds more than the view, and in its own order.
        double[] flat = array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
        int columns = flat.length / rows;
        double[][] split = new double[rows][];
        for (int row = 0; row < rows; row++) {
            split[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
        }
        return split;
    }
}
