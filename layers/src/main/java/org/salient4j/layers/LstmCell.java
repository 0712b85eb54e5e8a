package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

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
        LSTMLayerConfig config =
                LSTMLayerConfig.builder()
                        .lstmdataformat(LSTMDataFormat.TNS) // NTS fails on some oneDNN natives
                        .directionMode(LSTMDirectionMode.FWD)
                        .gateAct(LSTMActivations.SIGMOID)
                        .cellAct(LSTMActivations.TANH)
                        .outAct(LSTMActivations.TANH)
                        .retFullSequence(whole)
                        .retLastH(true) // slicing the last step has no working gradient
                        .retLastC(false)
                        .build();
        LSTMLayerWeights weights =
                LSTMLayerWeights.builder()
                        .weights(inputWeights)
                        .rWeights(recurrentWeights)
                        .bias(bias)
                        .build();
        return graph.rnn().lstmLayer(series, weights, config);
    }
}
