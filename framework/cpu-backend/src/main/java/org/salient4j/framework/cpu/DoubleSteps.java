package org.salient4j.framework.cpu;

/**
 * The gates and states of all steps of an LSTM, each of each step an array of its own, {@code [H,
 * B]}: the JIT turns loops into vector instructions where they run over whole arrays by one index,
 * and not where they run from different places of an array.
 *
 * <p>The classes for the other real type are the same word for word but for the type.
 */
final class DoubleSteps {
    /** The gates; the backward pass turns them into dL/dz. */
    double[][] input = {};

    double[][] forget = {};
    double[][] candidate = {};
    double[][] output = {};

    /** tanh of the cell after a step. */
    double[][] cTanh = {};

    /** Output and cell before a step; those after the last come last. */
    double[][] h = {};

    double[][] c = {};

    private int slab;

    /** Makes room; what was there may be lost. */
    void reserve(int steps, int length) {
        if (input.length < steps || slab < length) {
            slab = length;
            input = new double[steps][slab];
            forget = new double[steps][slab];
            candidate = new double[steps][slab];
            output = new double[steps][slab];
            cTanh = new double[steps][slab];
            h = new double[steps + 1][slab];
            c = new double[steps + 1][slab];
        }
    }

    /** The gates of a step, i, f, g, o. */
    double[][] gates(int step) {
        return new double[][] {input[step], forget[step], candidate[step], output[step]};
    }
}
