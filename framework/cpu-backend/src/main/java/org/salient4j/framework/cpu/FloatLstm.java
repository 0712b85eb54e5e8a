package org.salient4j.framework.cpu;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The LSTM and its gradient in float, with the scratch memory of one thread.
 *
 * <p>Everything of a step is done while the step is in the processor's caches: the products are
 * small ones that BLAS multiplies without rearranging its operands first, and all they leave behind
 * are the states in {@link FloatSteps slabs} on the heap, where the inner loops become vector
 * instructions. The gradients of the weights are summed step by step. The backward pass computes
 * the forward pass again, unless the {@link LstmTape} tells that its states are still there. Sums
 * have a fixed order: equal inputs give equal bits.
 *
 * <p>The classes for the other real type are the same word for word but for the type, since arrays
 * of primitives cannot be generic; a test holds them together.
 */
final class FloatLstm implements AutoCloseable {
    private final FloatSteps steps = new FloatSteps();

    /** By gate, {@code [H, B]}: the bias of every sample, or the sum of its gradients. */
    private final float[][] bias = {{}, {}, {}, {}};

    /** {@code [T·B, H]}: where h of all steps is wanted, or its gradient given. */
    private float[] unitMatrixRows = {};

    private float[] state = {};
    private float[] dh = {};
    private float[] dc = {};

    private final OffHeapFloats xDense = new OffHeapFloats();
    private final OffHeapFloats wxDense = new OffHeapFloats();
    private final OffHeapFloats wrDense = new OffHeapFloats();

    private final OffHeapFloats xResult = new OffHeapFloats();

    /** The gradients of the weights so far, {@code [4H, F]} and {@code [4H, H]}. */
    private final OffHeapFloats wxSum = new OffHeapFloats();

    private final OffHeapFloats wrSum = new OffHeapFloats();

    /** The gates of one step, or their gradients, {@code [4H, B]}. */
    private final OffHeapFloats gateSlab = new OffHeapFloats();

    /** The output before a step, or its gradient, {@code [H, B]}. */
    private final OffHeapFloats unitSlab = new OffHeapFloats();

    private final FloatMatrices matrices = new FloatMatrices();
    private final LstmTape tape = new LstmTape();

    void forward(LstmCall call) {
        tape.clear();
        recur(call);
        tape.record(call);
        int last = call.steps();
        if (call.h() != null) {
            unitMatrixRows = FloatSlabs.grown(unitMatrixRows, call.rows() * call.units());
            for (int s = 0; s < last; s++) {
                FloatSlabs.toRows(call, s, steps.h[s + 1], unitMatrixRows, call.units());
            }
            new StridedArray(call.h()).write(unitMatrixRows);
        }
        writeState(call, steps.h[last], call.hLast());
        writeState(call, steps.c[last], call.cLast());
    }

    void backward(LstmCall call) {
        if (!tape.holds(call)) {
            recur(call);
        }
        tape.clear(); // the gates become their gradients
        int units = call.units();
        int slab = units * call.batch();
        dh = FloatSlabs.zeros(dh, slab);
        dc = FloatSlabs.zeros(dc, slab);
        readState(call, call.hLast(), dh);
        readState(call, call.cLast(), dc);
        for (int gate = 0; gate < bias.length; gate++) {
            bias[gate] = FloatSlabs.zeros(bias[gate], slab);
        }
        if (call.h() != null) {
            unitMatrixRows = FloatSlabs.grown(unitMatrixRows, call.rows() * units);
            readOrFill(call.h(), unitMatrixRows, call.rows() * units);
        }
        FloatRows x = new FloatRows(matrices.dense(call.x(), xDense), call, call.features());
        FloatPointer wx = matrices.dense(call.wx(), wxDense);
        FloatPointer wr = matrices.dense(call.wr(), wrDense);
        FloatRows dx = null;
        if (call.xGradient() != null) {
            FloatPointer result = FloatMatrices.result(call.xGradient(), xResult);
            dx = new FloatRows(result, call, call.features());
        }
        for (int s = call.steps() - 1; s >= 0; s--) {
            if (call.h() != null) {
                FloatSlabs.addFromRows(call, s, unitMatrixRows, dh, units);
            }
            FloatPointer dz = gateGradients(s, slab);
            if (dx != null) {
                dx.multiply(s, dz, wx, 4 * units);
            }
            addWeightGradients(call, s, dz, x);
            if (s > 0 || call.h0Gradient() != null) {
                carryBack(call, dz, wr);
            }
        }
        if (dx != null) {
            matrices.store(xResult, call.xGradient());
        }
        matrices.storeTransposed(wxSum, call.wxGradient());
        matrices.storeTransposed(wrSum, call.wrGradient());
        writeState(call, dh, call.h0Gradient());
        writeState(call, dc, call.c0Gradient());
        writeBiasGradient(call);
    }

    /** Turns the gates of a step into their gradients {@code dz [4H, B]}. */
    private FloatPointer gateGradients(int step, int slab) {
        float[][] gates = steps.gates(step);
        FloatSlabs.gradient(gates, steps.c[step], steps.cTanh[step], dh, dc, slab);
        FloatPointer dz = gateSlab.reserved(gates.length * slab);
        for (int gate = 0; gate < gates.length; gate++) {
            gateSlab.write(gates[gate], gate * slab, 1, slab);
            FloatSlabs.add(bias[gate], gates[gate], slab);
        }
        return dz;
    }

    /** {@code dWxᵀ += dz x}, {@code dWrᵀ += dz hᵀ} with h before the step. */
    private void addWeightGradients(LstmCall call, int step, FloatPointer dz, FloatRows x) {
        int batch = call.batch();
        int units = call.units();
        int gateCount = 4 * units;
        boolean add = step < call.steps() - 1;
        if (call.wxGradient() != null) {
            x.multiplyBy(step, dz, gateCount, add, wxSum.reserved(gateCount * call.features()));
        }
        if (call.wrGradient() != null) {
            FloatPointer h = unitSlab.filled(steps.h[step], 0, units * batch);
            FloatPointer sum = wrSum.reserved(gateCount * units);
            FloatMatrices.multiply(
                    false, dz, batch, true, h, batch, add, sum, units, gateCount, units, batch);
        }
    }

    /** {@code dh = Wr dz}: what the gates of a step hand back to the output before it. */
    private void carryBack(LstmCall call, FloatPointer dz, FloatPointer wr) {
        int batch = call.batch();
        int units = call.units();
        int gateCount = 4 * units;
        FloatPointer before = unitSlab.reserved(units * batch);
        FloatMatrices.multiply(
                false, wr, gateCount, false, dz, batch, false, before, batch, units, batch,
                gateCount);
        unitSlab.read(dh, units * batch);
    }

    private void writeBiasGradient(LstmCall call) {
        if (call.bGradient() == null) {
            return;
        }
        int units = call.units();
        state = FloatSlabs.grown(state, 4 * units);
        for (int j = 0; j < 4 * units; j++) {
            int from = j % units * call.batch();
            state[j] = FloatBlock.sum(bias[j / units], from, call.batch());
        }
        new StridedArray(call.bGradient()).write(state);
    }

    /** Computes all steps. */
    private void recur(LstmCall call) {
        int batch = call.batch();
        int units = call.units();
        int gateCount = 4 * units;
        int slab = units * batch;
        steps.reserve(call.steps(), slab);
        readBias(call);
        FloatRows x = new FloatRows(matrices.dense(call.x(), xDense), call, call.features());
        FloatPointer wx = matrices.dense(call.wx(), wxDense);
        FloatPointer wr = matrices.dense(call.wr(), wrDense);
        FloatPointer z = gateSlab.reserved(gateCount * batch);
        Arrays.fill(steps.h[0], 0, slab, 0f);
        Arrays.fill(steps.c[0], 0, slab, 0f);
        readState(call, call.h0(), steps.h[0]);
        readState(call, call.c0(), steps.c[0]);
        FloatPointer h = unitSlab.filled(steps.h[0], 0, slab);
        for (int s = 0; s < call.steps(); s++) {
            x.multiplyToColumns(s, wx, gateCount, z);
            if (s > 0 || call.h0() != null) {
                FloatMatrices.multiply(
                        true, wr, gateCount, false, h, batch, true, z, batch, gateCount, batch,
                        units);
            }
            float[][] gates = steps.gates(s);
            for (int gate = 0; gate < gates.length; gate++) {
                gateSlab.read(gate * slab, 1, gates[gate], slab);
                FloatSlabs.add(gates[gate], bias[gate], slab);
            }
            float[] cTanh = steps.cTanh[s];
            FloatActivations.sigmoid(gates[0], 0, slab);
            FloatActivations.sigmoid(gates[1], 0, slab);
            FloatActivations.tanh(gates[2], 0, slab);
            FloatActivations.sigmoid(gates[3], 0, slab);
            FloatSlabs.cell(gates[0], gates[1], gates[2], steps.c[s], steps.c[s + 1], cTanh, slab);
            FloatActivations.tanh(cTanh, 0, slab);
            FloatSlabs.output(gates[3], cTanh, steps.h[s + 1], slab);
            unitSlab.filled(steps.h[s + 1], 0, slab);
        }
    }

    private void readBias(LstmCall call) {
        int units = call.units();
        int batch = call.batch();
        state = FloatSlabs.zeros(state, 4 * units);
        if (call.b() != null) {
            new StridedArray(call.b()).read(state);
        }
        for (int gate = 0; gate < bias.length; gate++) {
            bias[gate] = FloatSlabs.grown(bias[gate], units * batch);
            for (int k = 0; k < units; k++) {
                float value = state[gate * units + k];
                Arrays.fill(bias[gate], k * batch, (k + 1) * batch, value);
            }
        }
    }

    /** An array {@code [B, H]}, a scalar that stands for one, or nothing, into a slab. */
    private void readState(LstmCall call, INDArray source, float[] slab) {
        if (source == null) {
            return;
        }
        int batch = call.batch();
        int units = call.units();
        state = FloatSlabs.grown(state, batch * units);
        readOrFill(source, state, batch * units);
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < units; k++) {
                slab[k * batch + n] = state[n * units + k];
            }
        }
    }

    private void writeState(LstmCall call, float[] slab, INDArray target) {
        if (target == null) {
            return;
        }
        int batch = call.batch();
        int units = call.units();
        state = FloatSlabs.grown(state, batch * units);
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < units; k++) {
                state[n * units + k] = slab[k * batch + n];
            }
        }
        new StridedArray(target).write(state);
    }

    private static void readOrFill(INDArray source, float[] target, int length) {
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
        wrDense.close();
        xResult.close();
        wxSum.close();
        wrSum.close();
        gateSlab.close();
        unitSlab.close();
        tape.close();
    }
}
