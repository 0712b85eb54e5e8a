package org.salient4j.framework.cpu;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The LSTM and its gradient in double, with the scratch memory of one thread.
 *
 * <p>The products with the input weights are matrix products over all steps at once. The recurrence
 * runs on the heap in <em>slabs</em>: the gates of one step as {@code [4H, B]}, so that every inner
 * loop runs along the batch or along whole gates and becomes vector instructions even for a handful
 * of units. The backward pass computes the forward pass again, unless the {@link LstmTape} tells
 * that its states are still there. Sums have a fixed order: equal inputs give equal bits.
 *
 * <p>The classes for the other real type are the same word for word but for the type, since arrays
 * of primitives cannot be generic; a test holds them together.
 */
final class DoubleLstm implements AutoCloseable {
    /**
     * From here on BLAS multiplies by the recurrent weights, below plain loops do: they save the
     * copies and the call, which cost more than the products of few units.
     */
    private static final int BLAS_UNITS = 8;

    /** A slab of gates for each step; the backward pass turns them into dL/dz. */
    private double[] gates = {};

    /** Output and cell: slab s is the state before step s. {@code cTanh}: slab s is after it. */
    private double[] h = {};

    private double[] c = {};
    private double[] cTanh = {};

    /** Matrices over all steps in the row order of x: {@code [T·B, 4H]} and {@code [T·B, H]}. */
    private double[] gateRows = {};

    private double[] unitRows = {};

    private double[] wr = {};
    private double[] bias = {};
    private double[] state = {};
    private double[] dh = {};
    private double[] dc = {};
    private double[] dzSum = {};

    private final OffHeapDoubles xDense = new OffHeapDoubles();
    private final OffHeapDoubles wxDense = new OffHeapDoubles();
    private final OffHeapDoubles wrMatrix = new OffHeapDoubles();
    private final OffHeapDoubles gateMatrix = new OffHeapDoubles();
    private final OffHeapDoubles unitMatrix = new OffHeapDoubles();
    private final OffHeapDoubles slabMatrix = new OffHeapDoubles();
    private final DoubleMatrices matrices = new DoubleMatrices();
    private final LstmTape tape = new LstmTape();

    void forward(LstmCall call) {
        tape.clear();
        recur(call);
        tape.record(call);
        int units = call.units();
        int slab = units * call.batch();
        if (call.h() != null) {
            for (int s = 0; s < call.steps(); s++) {
                DoubleSlabs.toRows(call, s, h, (s + 1) * slab, unitRows, units);
            }
            new StridedArray(call.h()).write(unitRows);
        }
        writeState(call, h, call.steps() * slab, call.hLast());
        writeState(call, c, call.steps() * slab, call.cLast());
    }

    void backward(LstmCall call) {
        DoublePointer x = tape.holds(call) ? matrices.dense(call.x(), xDense) : recur(call);
        tape.clear(); // the gates become their gradients
        int batch = call.batch();
        int units = call.units();
        int gateCount = 4 * units;
        int slab = units * batch;
        dh = DoubleSlabs.zeros(dh, slab);
        dc = DoubleSlabs.zeros(dc, slab);
        dzSum = DoubleSlabs.zeros(dzSum, 4 * slab);
        readState(call, call.hLast(), dh);
        readState(call, call.cLast(), dc);
        if (call.h() != null) {
            readOrFill(call.h(), unitRows, call.rows() * units);
        }
        for (int s = call.steps() - 1; s >= 0; s--) {
            int at = 4 * s * slab;
            if (call.h() != null) {
                DoubleSlabs.addFromRows(call, s, unitRows, dh, units);
            }
            DoubleSlabs.gradient(gates, at, c, cTanh, s * slab, slab, dh, dc);
            DoubleSlabs.add(dzSum, 0, gates, at, 4 * slab);
            carryBack(at, batch, units);
            DoubleSlabs.toRows(call, s, gates, at, gateRows, gateCount);
            // The rows of this step have given their gradient: now they take h.
            DoubleSlabs.toRows(call, s, h, s * slab, unitRows, units);
        }
        writeState(call, dh, 0, call.h0Gradient());
        writeState(call, dc, 0, call.c0Gradient());
        weightGradients(call, x);
    }

    private void weightGradients(LstmCall call, DoublePointer x) {
        int rows = call.rows();
        int features = call.features();
        int units = call.units();
        int gateCount = 4 * units;
        DoublePointer dz = gateMatrix.filled(gateRows, 0, rows * gateCount);
        if (call.wxGradient() != null) {
            matrices.product(call.wxGradient(), true, x, false, dz, features, gateCount, rows);
        }
        if (call.wrGradient() != null) {
            DoublePointer hBefore = unitMatrix.filled(unitRows, 0, rows * units);
            matrices.product(call.wrGradient(), true, hBefore, false, dz, units, gateCount, rows);
        }
        if (call.xGradient() != null) {
            DoublePointer wx = matrices.dense(call.wx(), wxDense);
            matrices.product(call.xGradient(), false, dz, true, wx, rows, features, gateCount);
        }
        if (call.bGradient() != null) {
            for (int j = 0; j < gateCount; j++) {
                double sum = 0;
                for (int n = 0; n < call.batch(); n++) {
                    sum += dzSum[j * call.batch() + n];
                }
                bias[j] = sum;
            }
            new StridedArray(call.bGradient()).write(bias);
        }
    }

    /** Computes all steps; returns x as a dense matrix {@code [T·B, F]}. */
    private DoublePointer recur(LstmCall call) {
        int batch = call.batch();
        int units = call.units();
        int gateCount = 4 * units;
        int slab = units * batch;
        int rows = call.rows();
        gates = DoubleSlabs.grown(gates, rows * gateCount);
        gateRows = DoubleSlabs.grown(gateRows, rows * gateCount);
        unitRows = DoubleSlabs.grown(unitRows, rows * units);
        h = DoubleSlabs.grown(h, (call.steps() + 1) * slab);
        c = DoubleSlabs.grown(c, (call.steps() + 1) * slab);
        cTanh = DoubleSlabs.grown(cTanh, call.steps() * slab);
        wr = DoubleSlabs.grown(wr, units * gateCount);
        bias = DoubleSlabs.zeros(bias, gateCount);

        DoublePointer x = matrices.dense(call.x(), xDense);
        DoublePointer wx = matrices.dense(call.wx(), wxDense);
        DoublePointer z = gateMatrix.reserved(rows * gateCount);
        DoubleMatrices.multiply(false, x, false, wx, z, rows, gateCount, call.features());
        gateMatrix.read(gateRows, rows * gateCount);
        new StridedArray(call.wr()).read(wr);
        wrMatrix.filled(wr, 0, units * gateCount);
        if (call.b() != null) {
            new StridedArray(call.b()).read(bias);
        }
        Arrays.fill(h, 0, slab, 0);
        Arrays.fill(c, 0, slab, 0);
        readState(call, call.h0(), h);
        readState(call, call.c0(), c);
        for (int s = 0; s < call.steps(); s++) {
            int at = 4 * s * slab;
            DoubleSlabs.fromRows(call, s, gateRows, bias, gates, at, gateCount);
            if (s > 0 || call.h0() != null) {
                addRecurrence(at, s * slab, batch, units);
            }
            DoubleActivations.sigmoid(gates, at, at + 2 * slab);
            DoubleActivations.tanh(gates, at + 2 * slab, at + 3 * slab);
            DoubleActivations.sigmoid(gates, at + 3 * slab, at + 4 * slab);
            DoubleSlabs.cell(gates, at, c, s * slab, slab, cTanh);
            DoubleActivations.tanh(cTanh, s * slab, (s + 1) * slab);
            DoubleSlabs.output(gates, at, cTanh, s * slab, slab, h);
        }
        return x;
    }

    /** Adds {@code Wrᵀ h} to the gates of one step. */
    private void addRecurrence(int gatesAt, int hAt, int batch, int units) {
        int gateCount = 4 * units;
        if (units >= BLAS_UNITS) {
            DoublePointer before = unitMatrix.filled(h, hAt, units * batch);
            DoublePointer sum = slabMatrix.reserved(gateCount * batch);
            DoubleMatrices.multiply(
                    true, wrMatrix.reserved(0), false, before, sum, gateCount, batch, units);
            state = DoubleSlabs.grown(state, gateCount * batch);
            slabMatrix.read(state, gateCount * batch);
            DoubleSlabs.add(gates, gatesAt, state, 0, gateCount * batch);
            return;
        }
        for (int j = 0; j < gateCount; j++) {
            int to = gatesAt + j * batch;
            int k = 0;
            for (; k + 4 <= units; k += 4) {
                int from = hAt + k * batch;
                DoubleSlabs.addFour(gates, to, h, from, batch, wr, k * gateCount + j, gateCount);
            }
            for (; k < units; k++) {
                DoubleSlabs.addOne(gates, to, h, hAt + k * batch, batch, wr[k * gateCount + j]);
            }
        }
    }

    /** {@code dh = Wr dz}: what the gates of a step hand back to the output before it. */
    private void carryBack(int gatesAt, int batch, int units) {
        int gateCount = 4 * units;
        if (units >= BLAS_UNITS) {
            DoublePointer dz = slabMatrix.filled(gates, gatesAt, gateCount * batch);
            DoublePointer before = unitMatrix.reserved(units * batch);
            DoubleMatrices.multiply(
                    false, wrMatrix.reserved(0), false, dz, before, units, batch, gateCount);
            unitMatrix.read(dh, units * batch);
            return;
        }
        Arrays.fill(dh, 0, units * batch, 0);
        for (int k = 0; k < units; k++) {
            for (int j = 0; j < gateCount; j += 4) {
                int from = gatesAt + j * batch;
                DoubleSlabs.addFour(dh, k * batch, gates, from, batch, wr, k * gateCount + j, 1);
            }
        }
    }

    /** An array {@code [B, H]}, a scalar that stands for one, or nothing, into a slab. */
    private void readState(LstmCall call, INDArray source, double[] slab) {
        if (source == null) {
            return;
        }
        int batch = call.batch();
        int units = call.units();
        state = DoubleSlabs.grown(state, batch * units);
        readOrFill(source, state, batch * units);
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < units; k++) {
                slab[k * batch + n] = state[n * units + k];
            }
        }
    }

    private void writeState(LstmCall call, double[] slab, int at, INDArray target) {
        if (target == null) {
            return;
        }
        int batch = call.batch();
        int units = call.units();
        state = DoubleSlabs.grown(state, batch * units);
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < units; k++) {
                state[n * units + k] = slab[at + k * batch + n];
            }
        }
        new StridedArray(target).write(state);
    }

    private static void readOrFill(INDArray source, double[] target, int length) {
        StridedArray array = new StridedArray(source);
        array.read(target);
        if (array.length() < length) {
            Arrays.fill(target, 0, length, target[0]);
        }
    }

    @Override
    public void close() {
        xDense.close();
        wxDense.close();
        wrMatrix.close();
        gateMatrix.close();
        unitMatrix.close();
        slabMatrix.close();
        matrices.close();
        tape.close();
    }
}
