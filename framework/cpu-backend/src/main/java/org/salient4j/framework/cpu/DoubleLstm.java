package org.salient4j.framework.cpu;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The LSTM and its gradient in double, with the scratch memory of one thread.
 *
 * <p>The products with the input weights are matrix products over all steps at once. The recurrence
 * runs on the heap in {@link DoubleSteps slabs}, so that every inner loop runs along the batch or
 * along whole gates and becomes vector instructions even for a handful of units. The backward pass
 * computes the forward pass again, unless the {@link LstmTape} tells that its states are still
 * there. Sums have a fixed order: equal inputs give equal bits.
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

    private final DoubleSteps steps = new DoubleSteps();

    /** {@code [T·B, H]}: where h of all steps is wanted, or its gradient given. */
    private double[] unitMatrixRows = {};

    private double[] wr = {};
    private double[] bias = {};
    private double[] state = {};
    private double[] dh = {};
    private double[] dc = {};

    private final OffHeapDoubles xDense = new OffHeapDoubles();
    private final OffHeapDoubles wxDense = new OffHeapDoubles();
    private final OffHeapDoubles wrMatrix = new OffHeapDoubles();

    /** Gates, or their gradients, and h before each step: {@code [4H, T·B]}, {@code [H, T·B]}. */
    private final OffHeapDoubles gateColumns = new OffHeapDoubles();

    private final OffHeapDoubles unitColumns = new OffHeapDoubles();
    private final OffHeapDoubles gateSlab = new OffHeapDoubles();
    private final OffHeapDoubles unitSlab = new OffHeapDoubles();
    private final DoubleMatrices matrices = new DoubleMatrices();
    private final LstmTape tape = new LstmTape();

    void forward(LstmCall call) {
        tape.clear();
        recur(call);
        tape.record(call);
        int last = call.steps();
        if (call.h() != null) {
            unitMatrixRows = DoubleSlabs.grown(unitMatrixRows, call.rows() * call.units());
            for (int s = 0; s < last; s++) {
                DoubleSlabs.toRows(call, s, steps.h[s + 1], unitMatrixRows, call.units());
            }
            new StridedArray(call.h()).write(unitMatrixRows);
        }
        writeState(call, steps.h[last], call.hLast());
        writeState(call, steps.c[last], call.cLast());
    }

    void backward(LstmCall call) {
        DoublePointer x = tape.holds(call) ? matrices.dense(call.x(), xDense) : recur(call);
        tape.clear(); // the gates become their gradients
        int batch = call.batch();
        int units = call.units();
        int slab = units * batch;
        dh = DoubleSlabs.zeros(dh, slab);
        dc = DoubleSlabs.zeros(dc, slab);
        readState(call, call.hLast(), dh);
        readState(call, call.cLast(), dc);
        if (call.h() != null) {
            unitMatrixRows = DoubleSlabs.grown(unitMatrixRows, call.rows() * units);
            readOrFill(call.h(), unitMatrixRows, call.rows() * units);
        }
        gateColumns.reserved(call.rows() * 4 * units);
        unitColumns.reserved(call.rows() * units);
        for (int s = call.steps() - 1; s >= 0; s--) {
            if (call.h() != null) {
                DoubleSlabs.addFromRows(call, s, unitMatrixRows, dh, units);
            }
            double[][] gates = steps.gates(s);
            DoubleSlabs.gradient(gates, steps.c[s], steps.cTanh[s], dh, dc, slab);
            for (int gate = 0; gate < gates.length; gate++) {
                DoubleSteps.toRows(gates[gate], steps.gateRows, gate * units, units, batch);
            }
            toColumns(call, s, steps.gateRows, 4 * units, gateColumns);
            if (call.wrGradient() != null) {
                DoubleSteps.toRows(steps.h[s], steps.unitRows, 0, units, batch);
                toColumns(call, s, steps.unitRows, units, unitColumns);
            }
            carryBack(batch, units);
        }
        writeState(call, dh, call.h0Gradient());
        writeState(call, dc, call.c0Gradient());
        if (call.bGradient() != null) {
            biasGradient(call);
        }
        weightGradients(call, x);
    }

    private void biasGradient(LstmCall call) {
        int rows = call.rows();
        state = DoubleSlabs.grown(state, rows);
        for (int j = 0; j < 4 * call.units(); j++) {
            gateColumns.read(j * rows, 1, state, rows);
            bias[j] = DoubleBlock.sum(state, 0, rows);
        }
        new StridedArray(call.bGradient()).write(bias);
    }

    private void weightGradients(LstmCall call, DoublePointer x) {
        int rows = call.rows();
        int features = call.features();
        int units = call.units();
        int gateCount = 4 * units;
        DoublePointer dz = gateColumns.reserved(0);
        if (call.wxGradient() != null) {
            matrices.product(call.wxGradient(), true, x, true, dz, features, gateCount, rows);
        }
        if (call.wrGradient() != null) {
            DoublePointer hBefore = unitColumns.reserved(0);
            matrices.product(call.wrGradient(), false, hBefore, true, dz, units, gateCount, rows);
        }
        if (call.xGradient() != null) {
            DoublePointer wx = matrices.dense(call.wx(), wxDense);
            matrices.product(call.xGradient(), true, dz, true, wx, rows, features, gateCount);
        }
    }

    /** Computes all steps; returns x as a dense matrix {@code [T·B, F]}. */
    private DoublePointer recur(LstmCall call) {
        int batch = call.batch();
        int units = call.units();
        int gateCount = 4 * units;
        int slab = units * batch;
        int rows = call.rows();
        steps.reserve(call.steps(), units, batch);
        wr = DoubleSlabs.grown(wr, units * gateCount);
        bias = DoubleSlabs.zeros(bias, gateCount);

        DoublePointer x = matrices.dense(call.x(), xDense);
        DoublePointer wx = matrices.dense(call.wx(), wxDense);
        DoublePointer z = gateColumns.reserved(rows * gateCount);
        DoubleMatrices.multiply(true, wx, true, x, z, gateCount, rows, call.features());
        new StridedArray(call.wr()).read(wr);
        wrMatrix.filled(wr, 0, units * gateCount);
        if (call.b() != null) {
            new StridedArray(call.b()).read(bias);
        }
        Arrays.fill(steps.h[0], 0, slab, 0);
        Arrays.fill(steps.c[0], 0, slab, 0);
        readState(call, call.h0(), steps.h[0]);
        readState(call, call.c0(), steps.c[0]);
        for (int s = 0; s < call.steps(); s++) {
            fromColumns(call, s);
            if (s > 0 || call.h0() != null) {
                addRecurrence(steps.h[s], batch, units);
            }
            double[][] gates = steps.gates(s);
            for (int gate = 0; gate < gates.length; gate++) {
                DoubleSteps.fromRows(steps.gateRows, gate * units, gates[gate], units, batch);
            }
            double[] cTanh = steps.cTanh[s];
            DoubleActivations.sigmoid(gates[0], 0, slab);
            DoubleActivations.sigmoid(gates[1], 0, slab);
            DoubleActivations.tanh(gates[2], 0, slab);
            DoubleActivations.sigmoid(gates[3], 0, slab);
            DoubleSlabs.cell(gates[0], gates[1], gates[2], steps.c[s], steps.c[s + 1], cTanh, slab);
            DoubleActivations.tanh(cTanh, 0, slab);
            DoubleSlabs.output(gates[3], cTanh, steps.h[s + 1], slab);
        }
        return x;
    }

    /** The gates of a step before the recurrence, into their rows. */
    private void fromColumns(LstmCall call, int step) {
        for (int j = 0; j < 4 * call.units(); j++) {
            int from = j * call.rows() + call.firstRow(step);
            gateColumns.read(from, call.rowStride(), steps.gateRows[j], call.batch());
            DoubleSlabs.add(steps.gateRows[j], bias[j], call.batch());
        }
    }

    private static void toColumns(
            LstmCall call, int step, double[][] rows, int count, OffHeapDoubles columns) {
        for (int j = 0; j < count; j++) {
            int to = j * call.rows() + call.firstRow(step);
            columns.write(rows[j], to, call.rowStride(), call.batch());
        }
    }

    /** Adds {@code Wrᵀ h} to the rows of gates. */
    private void addRecurrence(double[] h, int batch, int units) {
        int gateCount = 4 * units;
        double[][] gates = steps.gateRows;
        if (units >= BLAS_UNITS) {
            DoublePointer before = unitSlab.filled(h, 0, units * batch);
            DoublePointer sum = gateSlab.reserved(gateCount * batch);
            DoubleMatrices.multiply(
                    true, wrMatrix.reserved(0), false, before, sum, gateCount, batch, units);
            state = DoubleSlabs.grown(state, batch);
            for (int j = 0; j < gateCount; j++) {
                gateSlab.read(j * batch, 1, state, batch);
                DoubleSlabs.add(gates[j], state, batch);
            }
            return;
        }
        double[][] before = steps.unitRows;
        DoubleSteps.toRows(h, before, 0, units, batch);
        for (int j = 0; j < gateCount; j++) {
            int k = 0;
            for (; k + 4 <= units; k += 4) {
                DoubleSlabs.addFour(gates[j], before, k, batch, wr, k * gateCount + j, gateCount);
            }
            for (; k < units; k++) {
                DoubleSlabs.addOne(gates[j], before[k], batch, wr[k * gateCount + j]);
            }
        }
    }

    /** {@code dh = Wr dz}: what the gates of a step hand back to the output before it. */
    private void carryBack(int batch, int units) {
        int gateCount = 4 * units;
        double[][] gates = steps.gateRows;
        if (units >= BLAS_UNITS) {
            gateSlab.reserved(gateCount * batch);
            for (int j = 0; j < gateCount; j++) {
                gateSlab.write(gates[j], j * batch, 1, batch);
            }
            DoublePointer dz = gateSlab.reserved(0);
            DoublePointer before = unitSlab.reserved(units * batch);
            DoubleMatrices.multiply(
                    false, wrMatrix.reserved(0), false, dz, before, units, batch, gateCount);
            unitSlab.read(dh, units * batch);
            return;
        }
        for (int k = 0; k < units; k++) {
            double[] row = steps.unitRows[k];
            Arrays.fill(row, 0, batch, 0);
            for (int j = 0; j < gateCount; j += 4) {
                DoubleSlabs.addFour(row, gates, j, batch, wr, k * gateCount + j, 1);
            }
        }
        DoubleSteps.fromRows(steps.unitRows, 0, dh, units, batch);
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

    private void writeState(LstmCall call, double[] slab, INDArray target) {
        if (target == null) {
            return;
        }
        int batch = call.batch();
        int units = call.units();
        state = DoubleSlabs.grown(state, batch * units);
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < units; k++) {
                state[n * units + k] = slab[k * batch + n];
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
        gateColumns.close();
        unitColumns.close();
        gateSlab.close();
        unitSlab.close();
        matrices.close();
        tape.close();
    }
}
