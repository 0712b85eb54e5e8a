package org.salient4j.framework.cpu;

import java.util.Arrays;

/**
 * The inner loops of the LSTM over slabs, matrices of one step with the batch as the fast axis.
 * Every loop is a plain counted one that has one index for all its arrays and few of them, which
 * the JIT turns into vector instructions.
 */
final class FloatSlabs {
    private FloatSlabs() {}

    /** {@code y += x}. */
    static void add(float[] y, float[] x, int n) {
        for (int i = 0; i < n; i++) {
            y[i] += x[i];
        }
    }

    /** {@code slab[j·B + n] += rows[row(n)·columns + j]}. */
    static void addFromRows(LstmCall call, int step, float[] rows, float[] slab, int columns) {
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
    static void toRows(LstmCall call, int step, float[] slab, float[] rows, int columns) {
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
            float[] i, float[] f, float[] g, float[] c, float[] after, float[] cTanh, int n) {
        for (int k = 0; k < n; k++) {
            float cell = Math.fma(f[k], c[k], i[k] * g[k]);
            after[k] = cell;
            cTanh[k] = cell;
        }
    }

    /** {@code h' = o tanh(c')}. */
    static void output(float[] o, float[] cTanh, float[] h, int n) {
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
    static void gradient(float[][] gates, float[] c, float[] cTanh, float[] dh, float[] dc, int n) {
        cellGradient(gates[3], cTanh, dh, dc, n);
        outputGradient(gates[3], cTanh, dh, n);
        otherGradients(gates[0], gates[1], gates[2], c, dc, n);
    }

    private static void cellGradient(float[] o, float[] cTanh, float[] dh, float[] dc, int n) {
        for (int k = 0; k < n; k++) {
            float t = cTanh[k];
            dc[k] += dh[k] * o[k] * (1f - t * t);
        }
    }

    private static void outputGradient(float[] o, float[] cTanh, float[] dh, int n) {
        for (int k = 0; k < n; k++) {
            float gate = o[k];
            o[k] = dh[k] * cTanh[k] * gate * (1f - gate);
        }
    }

    private static void otherGradients(
            float[] input, float[] forget, float[] candidate, float[] c, float[] dc, int n) {
        for (int k = 0; k < n; k++) {
            float i = input[k];
            float f = forget[k];
            float g = candidate[k];
            float gradient = dc[k];
            input[k] = gradient * g * i * (1f - i);
            forget[k] = gradient * c[k] * f * (1f - f);
            candidate[k] = gradient * i * (1f - g * g);
            dc[k] = gradient * f;
        }
    }

    /** {@code array} if it has {@code length} elements, else a larger one of any value. */
    static float[] grown(float[] array, int length) {
        return array.length < length ? new float[length] : array;
    }

    /** {@link #grown} with its first {@code length} elements zero. */
    static float[] zeros(float[] array, int length) {
        float[] zeros = grown(array, length);
        Arrays.fill(zeros, 0, length, 0f);
        return zeros;
    }
}
