package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The tangent of {@link LstmCell}: with z the gates before their activations,
 *
 * <pre>
 * z'_t = W x'_t + W_hh h'_{t-1}
 * c'_t = f c'_{t-1} + g σ'(z_i) z'_i + c_{t-1} σ'(z_f) z'_f + i tanh'(z_g) z'_g
 * h'_t = o tanh'(c_t) c'_t + tanh(c_t) σ'(z_o) z'_o
 * </pre>
 *
 * <p>The fused recurrence gives every h, so all that multiplies a tangent is computed for the whole
 * series at once; only c and the lines above run step by step. That is about ten small ops a step,
 * and twice as many on the way back: compile the graph, a session spends most of its time between
 * them.
 */
final class LstmTangent {
    private static final int GATES = 4;

    private final SameDiff graph;
    private final LstmCell cell;
    private final int steps;
    private final int hidden;
    private final SDVariable input;
    private final SDVariable forget;
    private final SDVariable candidate;
    private final SDVariable output;

    /**
     * @param series x, [T, B, F]
     * @param states h of every step, [T, B, H]
     */
    LstmTangent(SameDiff graph, LstmCell cell, SDVariable series, SDVariable states) {
        this.graph = graph;
        this.cell = cell;
        this.steps = cell.timeSteps();
        this.hidden = cell.hidden();
        SDVariable z =
                inputProduct(series)
                        .add(rows(before(states), hidden).mmul(cell.recurrentWeights()))
                        .add(cell.bias());
        SDVariable[] gates = graph.split(z, GATES, 1); // [T · B, H] each
        input = graph.nn().sigmoid(gates[0]);
        forget = graph.nn().sigmoid(gates[1]);
        candidate = graph.math().tanh(gates[2]);
        output = graph.nn().sigmoid(gates[3]);
    }

    /**
     * The last hidden state's tangent.
     *
     * @param tangent of the series, [T, B, F]
     * @param type of all of it
     * @return [B, H]
     */
    SDVariable last(SDVariable tangent, DataType type) {
        SDVariable cells = graph.stack(0, cells());
        SDVariable tanh = graph.math().tanh(rows(cells, hidden));
        SDVariable[] z = steps(inputProduct(tangent), GATES * hidden);
        SDVariable[] factors = steps(factors(rows(before(cells), hidden), tanh), GATES * hidden);
        SDVariable[] keep = steps(forget, hidden);
        SDVariable[] open = steps(output.mul(tanh.mul(tanh).rsub(1)), hidden);
        SDVariable toCell = graph.constant(sumOfGates(0, 3, type));
        SDVariable toHidden = graph.constant(sumOfGates(3, GATES, type));
        SDVariable c = null;
        SDVariable h = null;
        for (int t = 0; t < steps; t++) {
            SDVariable gates = h == null ? z[t] : z[t].add(h.mmul(cell.recurrentWeights()));
            SDVariable moved = gates.mul(factors[t]);
            SDVariable gained = moved.mmul(toCell);
            c = c == null ? gained : gained.add(keep[t].mul(c));
            h = moved.mmul(toHidden).add(open[t].mul(c));
        }
        return h;
    }

    /** c of every step. */
    private SDVariable[] cells() {
        SDVariable[] keep = steps(forget, hidden);
        SDVariable[] gained = steps(input.mul(candidate), hidden);
        SDVariable[] cells = new SDVariable[steps];
        cells[0] = gained[0];
        for (int t = 1; t < steps; t++) {
            cells[t] = gained[t].add(keep[t].mul(cells[t - 1]));
        }
        return cells;
    }

    /** What multiplies z' of the four gates, [T · B, 4H]. */
    private SDVariable factors(SDVariable cellsBefore, SDVariable tanh) {
        return graph.concat(
                1,
                candidate.mul(sigmoidSlope(input)),
                cellsBefore.mul(sigmoidSlope(forget)),
                input.mul(candidate.mul(candidate).rsub(1)),
                tanh.mul(sigmoidSlope(output)));
    }

    private static SDVariable sigmoidSlope(SDVariable sigmoid) {
        return sigmoid.mul(sigmoid.rsub(1));
    }

    /** The series one step later, from zeros. */
    private SDVariable before(SDVariable series) {
        if (steps == 1) {
            return series.mul(0);
        }
        SDVariable shorter =
                series.get(SDIndex.interval(0L, steps - 1L), SDIndex.all(), SDIndex.all());
        int[][] oneStep = {{1, 0}, {0, 0}, {0, 0}};
        return graph.nn().pad(shorter, graph.constant(Nd4j.createFromArray(oneStep)), 0);
    }

    /** [T · B, 4H]. */
    private SDVariable inputProduct(SDVariable series) {
        return rows(series, cell.features()).mmul(cell.inputWeights());
    }

    private SDVariable rows(SDVariable series, int columns) {
        return graph.reshape(series, -1, columns);
    }

    /** The steps of [T · B, columns]. */
    private SDVariable[] steps(SDVariable rows, int columns) {
        return graph.unstack(graph.reshape(rows, steps, -1, columns), 0, steps);
    }

    /** [4H, H]: adds up neighbouring gates. */
    private INDArray sumOfGates(int from, int to, DataType type) {
        INDArray sums = Nd4j.zeros(type, (long) GATES * hidden, hidden);
        for (int gate = from; gate < to; gate++) {
            for (int unit = 0; unit < hidden; unit++) {
                sums.putScalar((long) gate * hidden + unit, unit, 1);
            }
        }
        return sums;
    }
}
