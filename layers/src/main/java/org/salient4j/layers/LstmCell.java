package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The fused recurrence that both LSTM layers run, from zero states to the last hidden state.
 *
 * @param timeSteps T
 * @param features F
 * @param hidden H
 * @param inputWeights [F, 4H], columns in the order i, f, g, o
 * @param recurrentWeights [H, 4H]
 * @param bias [4H]
 */
record LstmCell(
        int timeSteps,
        int features,
        int hidden,
        SDVariable inputWeights,
        SDVariable recurrentWeights,
        SDVariable bias) {

    /**
     * Runs the recurrence.
     *
     * @param x [B, T, F]
     * @return h_T, [B, H]
     */
    Dual lastHidden(SameDiff graph, Dual x) {
        Dual series = x.linear(a -> graph.permute(a, 1, 0, 2));
        boolean whole = x.tangent() != null;
        SDVariable[] states = run(graph, series.value(), whole);
        return series.moved(
                states[states.length - 1],
                t ->
                        new LstmTangent(graph, this, series.value(), states[0])
                                .last(t, bias.dataType()));
    }

    private SDVariable[] run(SameDiff graph, SDVariable series, boolean whole) {
        return new LstmOp(inputWeights, recurrentWeights, bias, false)
                .run(graph, series, whole, true);
    }
}
