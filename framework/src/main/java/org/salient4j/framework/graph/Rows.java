package org.salient4j.framework.graph;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Picks samples out of a batch. */
public final class Rows {
    private Rows() {}

    /**
     * Copies rows of the first axis.
     *
     * @param array [N, …]
     * @param rows which, in order; may repeat
     * @return [rows, …] in C order
     */
    public static INDArray pick(INDArray array, int... rows) {
        long[] shape = array.shape().clone(); // ND4J hands out its own array, not a copy
        INDArray flat = array.reshape('c', shape[0], array.length() / shape[0]);
        shape[0] = rows.length;
        return Nd4j.pullRows(flat, 1, rows, 'c').reshape('c', shape);
    }

    /**
     * Copies rows of the first axis into an array that is there already.
     *
     * @param array [N, …], FLOAT or DOUBLE in C order
     * @param rows which, in order; may repeat
     * @param into [rows, …] of the same type in C order, no view
     */
    public static void copy(INDArray array, int[] rows, INDArray into) {
        HostRows from = HostRows.reading(array);
        HostRows to = HostRows.writing(into);
        double[] values = new double[from.size()];
        for (int row = 0; row < rows.length; row++) {
            from.read(rows[row], values);
            to.write(row, values);
        }
    }
}
