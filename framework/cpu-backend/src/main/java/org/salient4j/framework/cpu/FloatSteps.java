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

    /** The gates of one step by gate and unit, {@code [4H][B]}. */
    float[][] gateRows = {};

    /** A state of one step by unit, {@code [H][B]}. */
    float[][] unitRows = {};

    private int slab;
    private int batch;

    /** Makes room; what was there may be lost. */
    void reserve(int steps, int units, int samples) {
        if (input.length < steps || slab < units * samples) {
            slab = units * samples;
            input = new float[steps][slab];
            forget = new float[steps][slab];
            candidate = new float[steps][slab];
            output = new float[steps][slab];
            cTanh = new float[steps][slab];
            h = new float[steps + 1][slab];
            c = new float[steps + 1][slab];
        }
        if (unitRows.length < units || batch < samples) {
            batch = samples;
            gateRows = new float[4 * units][batch];
            unitRows = new float[units][batch];
        }
    }

    /** The gates of a step, i, f, g, o. */
    float[][] gates(int step) {
        return new float[][] {input[step], forget[step], candidate[step], output[step]};
    }

    /** Copies the rows of a slab, or of several one after the other, into arrays of their own. */
    static void toRows(float[] slab, float[][] rows, int firstRow, int units, int samples) {
        for (int k = 0; k < units; k++) {
            System.arraycopy(slab, k * samples, rows[firstRow + k], 0, samples);
        }
    }

    /** And back. */
    static void fromRows(float[][] rows, int firstRow, float[] slab, int units, int samples) {
        for (int k = 0; k < units; k++) {
            System.arraycopy(rows[firstRow + k], 0, slab, k * samples, samples);
        }
    }
}
