package org.salient4j.framework.graph;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Picks samples out of a batch. */
public final class Rows {
    private Rows() {}

    /**
     * Copies rows of the first axis. ({@code Nd4j.pullRows} writes past its result for tensors that
     * were reshaped to rows.)
     *
     * @param array [N, …], FLOAT or DOUBLE
     * @param rows which, in order; may repeat
     * @return [rows, …] in C order
     */
    public static INDArray pick(INDArray array, int... rows) {
        INDArray source =
                array.ordering() == 'c' && !array.isView() && array.offset() == 0
                        ? array
                        : array.dup('c');
        long[] shape = source.shape().clone();
        long cells = source.length() / shape[0];
        shape[0] = rows.length;
        INDArray picked = Nd4j.createUninitialized(source.dataType(), shape, 'c');
        Pointer from = source.data().pointer();
        Pointer to = picked.data().pointer();
        long bytes = cells * source.dataType().width();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= source.size(0)) {
                throw new IndexOutOfBoundsException(
                        "row must be in [0, %d), was %d".formatted(source.size(0), rows[i]));
            }
            Pointer.memcpy(
                    to.getPointer(i * cells), from.getPointer(rows[i] * cells), bytes);
        }
        return picked;
    }
}
