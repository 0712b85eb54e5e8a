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

    /** The gates of one step by gate and unit, {@code [4H][B]}. */
    double[][] gateRows = {};

    /** A state of one step by unit, {@code [H][B]}. */
    double[][] unitRows = {};

    private int slab;
    private int batch;

    /** Makes room; what was there may be lost. */
    void reserve(int steps, int units, int samples) {
        if (input.length < steps || slab < units * samples) {
            slab = units * samples;
            input = new double[steps][slab];
            forget = new double[steps][slab];
            candidate = new double[steps][slab];
            output = new double[steps][slab];
            cTanh = new double[steps][slab];
            h = new double[steps + 1][slab];
            c = new double[steps + 1][slab];
        }
        if (unitRows.length < units || batch < samples) {
            batch = samples;
            gateRows = new double[4 * units][batch];
            unitRows = new double[units][batch];
        }
    }

    /** The gates of a step, i, f, g, o. */
    double[][] gates(int step) {
        return new double[][] {input[step], forget[step], candidate[step], output[step]};
    }

    /** Copies the rows of a slab, or of several one after the other, into arrays of their own. */
    static void toRows(double[] slab, double[][] rows, int firstRow, int units, int samples) {
        for (int k = 0; k < units; k++) {
            System.arraycopy(slab, k * samples, rows[firstRow + k], 0, samples);
        }
    }

    /** And back. */
    static void fromRows(double[][] rows, int firstRow, double[] slab, int units, int samples) {
        for (int k = 0; k < units; k++) {
            System.arraycopy(rows[firstRow + k], 0, slab, k * samples, samples);
        }
    }
}
