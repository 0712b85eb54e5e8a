package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMActivations;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDirectionMode;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

/**
 * ND4J's fused recurrence from zero states, in one direction.
 *
 * @param inputWeights [F, 4H], columns in the order i, f, g, o
 * @param recurrentWeights [H, 4H]
 * @param bias [4H]
 * @param backward whether it runs from the last step to the first
 */
record LstmOp(
        SDVariable inputWeights, SDVariable recurrentWeights, SDVariable bias, boolean backward) {

    /**
     * h of every step.
     *
     * @param series [T, B, F]
     * @return [T, B, H]
     */
    SDVariable states(SameDiff graph, SDVariable series) {
        // Asked for the states alone, stock ND4J's op fails where it hands them to oneDNN.
        return run(graph, series, true, true)[0];
    }

    /**
     * h of the step that runs last.
     *
     * @param series [T, B, F]
     * @return [B, H]
     */
    SDVariable last(SameDiff graph, SDVariable series) {
        return run(graph, series, false, true)[0];
    }

    /**
     * @param all whether h of every step is a result, the first
     * @param last whether h of the step that runs last is a result
     */
    SDVariable[] run(SameDiff graph, SDVariable series, boolean all, boolean last) {
        LSTMLayerConfig config =
                LSTMLayerConfig.builder()
                        .lstmdataformat(LSTMDataFormat.TNS) // NTS fails on some oneDNN natives
                        .directionMode(backward ? LSTMDirectionMode.BWD : LSTMDirectionMode.FWD)
                        .gateAct(LSTMActivations.SIGMOID)
                        .cellAct(LSTMActivations.TANH)
                        .outAct(LSTMActivations.TANH)
                        .retFullSequence(all)
                        .retLastH(last) // slicing the last step has no working gradient
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
