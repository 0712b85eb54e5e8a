package org.salient4j.framework.cpu;

import org.bytedeco.javacpp.DoublePointer;

/**
 * A dense matrix {@code [T·B, columns]} over all steps of an LSTM, of which the samples of one step
 * are multiplied at a time. They lie one after the other or T rows apart; BLAS takes either.
 *
 * <p>The classes for the other real type are the same word for word but for the type.
 */
final class DoubleRows {
    private final DoublePointer elements;
    private final long first;
    private final LstmCall call;
    private final int columns;
    private final int stride;

    DoubleRows(DoublePointer elements, LstmCall call, int columns) {
        this.elements = new DoublePointer(elements); // its position moves
        this.first = this.elements.position();
        this.call = call;
        this.columns = columns;
        this.stride = call.rowStride() * columns;
    }

    /** {@code target [n, B] = wᵀ rowsᵀ}, {@code w [columns, n]}. */
    void multiplyToColumns(int step, DoublePointer w, int n, DoublePointer target) {
        int batch = call.batch();
        DoubleMatrices.multiply(
                true, w, n, true, at(step), stride, false, target, batch, n, batch, columns);
    }

    /** {@code target [n, columns] = z rows} or is increased by it, {@code z [n, B]}. */
    void multiplyBy(int step, DoublePointer z, int n, boolean add, DoublePointer target) {
        int batch = call.batch();
        DoubleMatrices.multiply(
                false, z, batch, false, at(step), stride, add, target, columns, n, columns, batch);
    }

    /** {@code rows = zᵀ wᵀ}, {@code z [n, B]}, {@code w [columns, n]}. */
    void multiply(int step, DoublePointer z, DoublePointer w, int n) {
        int batch = call.batch();
        DoubleMatrices.multiply(
                true, z, batch, true, w, n, false, at(step), stride, batch, columns, n);
    }

    private DoublePointer at(int step) {
        return elements.position(first + (long) call.firstRow(step) * columns);
    }
}
