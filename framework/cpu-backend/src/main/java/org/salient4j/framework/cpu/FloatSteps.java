package org.salient4j.framework.cpu;

/**
 * The gates and states of all steps of an LSTM, each of each step an array of its own, {@code [H,
 * B]}: the JIT turns loops into vector instructions where they run over whole arrays by one index,
 * and not where they run from different places of an array.
 *
 * <p>The classes for the other real type are the same word for word but for the type.
 */
final class FloatSteps {
    /** The gates; the backward pass turns them into dL/dz. */
    float[][] input = {};

    float[][] forget = {};
    float[][] candidate = {};
    float[][] output = {};

    /** tanh of the cell after a step. */
    float[][] cTanh = {};

    /** Output and cell before a step; those after the last come last. */
    float[][] h = {};

    float[][] c = {};

    private int slab;

    /** Makes room; what was there may be lost. */
    void reserve(int steps, int length) {
        if (input.length < steps || slab < length) {
            slab = length;
            input = new float[steps][slab];
            forget = new float[steps][slab];
            candidate = new float[steps][slab];
            output = new float[steps][slab];
            cTanh = new float[steps][slab];
            h = new float[steps + 1][slab];
            c = new float[steps + 1][slab];
        }
    }

    /** The gates of a step, i, f, g, o. */
    float[][] gates(int step) {
        return new float[][] {input[step], forget[step], candidate[step], output[step]};
    }
}
