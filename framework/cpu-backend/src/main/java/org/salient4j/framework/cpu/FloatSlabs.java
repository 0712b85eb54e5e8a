package org.salient4j.framework.cpu;

import java.util.Arrays;

/**
 * The inner loops of the LSTM over slabs, matrices of one step with the batch as the fast axis.
 * Every loop is a plain counted one over arrays, which the JIT turns into vector instructions.
 */
final class FloatSlabs {
    private FloatSlabs() {}

    /** {@code y[·] += w[at] x[·] + w[at + step] x[n + ·] + …}, four rows of {@code n} elements. */
    static void addFour(
            float[] y, int yAt, float[] x, int xAt, int n, float[] w, int wAt, int wStep) {
        float w0 = w[wAt];
        float w1 = w[wAt + wStep];
        float w2 = w[wAt + 2 * wStep];
        float w3 = w[wAt + 3 * wStep];
        int x1 = xAt + n;
        int x2 = x1 + n;
        int x3 = x2 + n;
        for (int i = 0; i < n; i++) {
            float low = Math.fma(w0, x[xAt + i], Math.fma(w1, x[x1 + i], y[yAt + i]));
            y[yAt + i] = Math.fma(w2, x[x2 + i], Math.fma(w3, x[x3 + i], low));
        }
    }

    /** {@code y[·] += w x[·]}. */
    static void addOne(float[] y, int yAt, float[] x, int xAt, int n, float w) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.fma(w, x[xAt + i], y[yAt + i]);
        }
    }

    /** {@code y[·] += x[·]}. */
    static void add(float[] y, int yAt, float[] x, int xAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] += x[xAt + i];
        }
    }

    /** {@code slab[at + j·B + n] = rows[row(n)·columns + j] + bias[j]}. */
    static void fromRows(
            LstmCall call,
            int step,
            float[] rows,
            float[] bias,
            float[] slab,
            int at,
            int columns) {
        int batch = call.batch();
        int row = call.firstRow(step);
        for (int n = 0; n < batch; n++) {
            int from = (row + n * call.rowStride()) * columns;
            for (int j = 0; j < columns; j++) {
                slab[at + j * batch + n] = rows[from + j] + bias[j];
            }
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

    /** {@code rows[row(n)·columns + j] = slab[at + j·B + n]}. */
    static void toRows(LstmCall call, int step, float[] slab, int at, float[] rows, int columns) {
        int batch = call.batch();
        int row = call.firstRow(step);
        for (int n = 0; n < batch; n++) {
            int to = (row + n * call.rowStride()) * columns;
            for (int j = 0; j < columns; j++) {
                rows[to + j] = slab[at + j * batch + n];
            }
        }
    }

    /** {@code c' = f c + i g}; writes c' and, to become tanh(c'), a copy of it. */
    static void cell(float[] gates, int at, float[] c, int cAt, int n, float[] cTanh) {
        int f = at + n;
        int g = f + n;
        int next = cAt + n;
        for (int i = 0; i < n; i++) {
            c[next + i] = Math.fma(gates[f + i], c[cAt + i], gates[at + i] * gates[g + i]);
        }
        System.arraycopy(c, next, cTanh, cAt, n);
    }

    /** {@code h' = o tanh(c')}. */
    static void output(float[] gates, int at, float[] cTanh, int cAt, int n, float[] h) {
        int o = at + 3 * n;
        int next = cAt + n;
        for (int i = 0; i < n; i++) {
            h[next + i] = gates[o + i] * cTanh[cAt + i];
        }
    }

    /**
     * Turns the gates of a step into dL/dz and dL/dc' into dL/dc.
     *
     * @param dh dL/dh'
     */
    static void gradient(
            float[] gates,
            int at,
            float[] c,
            float[] cTanh,
            int cAt,
            int n,
            float[] dh,
            float[] dc) {
        int forget = at + n;
        int candidate = forget + n;
        int outputGate = candidate + n;
        for (int k = 0; k < n; k++) {
            float i = gates[at + k];
            float f = gates[forget + k];
            float g = gates[candidate + k];
            float o = gates[outputGate + k];
            float t = cTanh[cAt + k];
            float gradient = dc[k] + dh[k] * o * (1f - t * t);
            gates[at + k] = gradient * g * i * (1f - i);
            gates[forget + k] = gradient * c[cAt + k] * f * (1f - f);
            gates[candidate + k] = gradient * i * (1f - g * g);
            gates[outputGate + k] = dh[k] * t * o * (1f - o);
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
