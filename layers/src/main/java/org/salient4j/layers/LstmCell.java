package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

/** The fused recurrence that both LSTM layers run, from zero states to the last hidden state. */
final class LstmCell {
    private LstmCell() {}

    /**
     * Runs the recurrence.
     *
     * @param x [B, T, F]
     * @param inputWeights [F, 4H], columns in the order i, f, g, o
     * @param recurrentWeights [H, 4H]
     * @param bias [4H]
     * @return h_T, [B, H]
     */
    static SDVariable lastHidden(
            SameDiff graph,
            SDVariable x,
            SDVariable inputWeights,
            SDVariable recurrentWeights,
            SDVariable bias) {
        LSTMLayerConfig config =
                LSTMLayerConfig.builder()
                        .lstmdataformat(LSTMDataFormat.TNS) // NTS fails on some oneDNN natives
                        .directionMode(LSTMDirectionMode.FWD)
                        .gateAct(LSTMActivations.SIGMOID)
                        .cellAct(LSTMActivations.TANH)
                        .outAct(LSTMActivations.TANH)
                        .retFullSequence(false)
                        .retLastH(true) // slicing the last step has no working gradient
                        .retLastC(false)
                        .build();
        LSTMLayerWeights weights =
                LSTMLayerWeights.builder()
                        .weights(inputWeights)
                        .rWeights(recurrentWeights)
                        .bias(bias)
                        .build();
        return graph.rnn().lstmLayer(graph.permute(x, 1, 0, 2), weights, config)[0];
    }
}
