package org.salient4j.framework.cpu;

import java.util.Arrays;

/**
 * The inner loops of the LSTM over slabs, matrices of one step with the batch as the fast axis.
 * Every loop is a plain counted one that has one index for all its arrays and few of them, which
 * the JIT turns into vector instructions.
 */
final class DoubleSlabs {
    private DoubleSlabs() {}

    /** {@code y += x}. */
    static void add(double[] y, double[] x, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += x[i];
        }
    }

    /** {@code slab[j·B + n] += rows[row(n)·columns + j]}. */
    static void addFromRows(LstmCall call, int step, double[] rows, double[] slab, int columns) {
        int batch = call.batch();
        int row = call.firstRow(step);
        for (int n = 0; n < batch; n++) {
            int from = (row + n * call.rowStride()) * columns;
            for (int j = 0; j < columns; j++) {
                slab[j * batch + n] += rows[from + j];
            }
        }
    }

    /** {@code rows[row(n)·columns + j] = slab[j·B + n]}. */
    static void toRows(LstmCall call, int step, double[] slab, double[] rows, int columns) {
        int batch = call.batch();
        int row = call.firstRow(step);
        for (int n = 0; n < batch; n++) {
            int to = (row + n * call.rowStride()) * columns;
            for (int j = 0; j < columns; j++) {
                rows[to + j] = slab[j * batch + n];
            }
        }
    }

    /** {@code c' = f c + i g}; writes c' and, to become tanh(c'), a copy of it. */
    static void cell(
            double[] i, double[] f, double[] g, double[] c, double[] after, double[] cTanh, int n) {
        for (int k = 0; k < n; k++) {
            double cell = Math.fma(f[k], c[k], i[k] * g[k]);
            after[k] = cell;
            cTanh[k] = cell;
        }
    }

    /** {@code h' = o tanh(c')}. */
    static void output(double[] o, double[] cTanh, double[] h, int n) {
        for (int k = 0; k < n; k++) {
            h[k] = o[k] * cTanh[k];
        }
    }

    /**
     * Turns the gates of a step into dL/dz and dL/dc' into dL/dc.
     *
     * @param c before the step
     * @param dh dL/dh'
     */
    static void gradient(
            double[][] gates, double[] c, double[] cTanh, double[] dh, double[] dc, int n) {
        cellGradient(gates[3], cTanh, dh, dc, n);
        outputGradient(gates[3], cTanh, dh, n);
        otherGradients(gates[0], gates[1], gates[2], c, dc, n);
    }

    private static void cellGradient(double[] o, double[] cTanh, double[] dh, double[] dc, int n) {
        for (int k = 0; k < n; k++) {
            double t = cTanh[k];
            dc[k] += dh[k] * o[k] * (1 - t * t);
        }
    }

    private static void outputGradient(double[] o, double[] cTanh, double[] dh, int n) {
        for (int k = 0; k < n; k++) {
            double gate = o[k];
            o[k] = dh[k] * cTanh[k] * gate * (1 - gate);
        }
    }

    private static void otherGradients(
            double[] input, double[] forget, double[] candidate, double[] c, double[] dc, int n) {
        for (int k = 0; k < n; k++) {
            double i = input[k];
            double f = forget[k];
            double g = candidate[k];
            double gradient = dc[k];
            input[k] = gradient * g * i * (1 - i);
            forget[k] = gradient * c[k] * f * (1 - f);
            candidate[k] = gradient * i * (1 - g * g);
            dc[k] = gradient * f;
        }
    }

    /** {@code array} if it has {@code length} elements, else a larger one of any value. */
    static double[] grown(double[] array, int length) {
        return array.length < length ? new double[length] : array;
    }

    /** {@link #grown} with its first {@code length} elements zero. */
    static double[] zeros(double[] array, int length) {
        double[] zeros = grown(array, length);
        Arrays.fill(zeros, 0, length, 0);
        return zeros;
    }
}
