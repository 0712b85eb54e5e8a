package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * LSTM whose cell reads {@link InputCellAttention} instead of its own input (Ismail et al., NeurIPS
 * 2019).
 *
 * <p>Parameters beside the attention's: {@code w_i} [F, 4H], {@code w_h} [H, 4H] (columns i, f, g,
 * o; Xavier-uniform) and {@code bias} [4H] (0, plus {@code forgetBias} for the forget gates).
 *
 * @param attention the attention over the past
 * @param hidden H, number of units
 * @param forgetBias start value of the forget gates' bias
 */
public record InputCellAttentionLstm(InputCellAttention attention, int hidden, double forgetBias)
        implements TangentLayer {

    /** Validates the sizes. */
    public InputCellAttentionLstm {
        Sizes.positive("hidden", hidden);
        Sizes.finite("forgetBias", forgetBias);
    }

    /**
     * @param x [B, T, F]
     * @return the last hidden state [B, H]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        int features = attention.features();
        Dual m = attention.forward(scope, x);
        long gates = 4L * hidden;
        SDVariable wi =
                scope.parameter("w_i", Initializer.xavierUniform(features, gates), features, gates);
        SDVariable wh =
                scope.parameter("w_h", Initializer.xavierUniform(hidden, gates), hidden, gates);
        SDVariable bias =
                scope.parameter(
                        "bias", Initializer.zeros().plus(hidden, 2 * hidden, forgetBias), gates);
        return new LstmCell(attention.timeSteps(), features, hidden, wi, wh, bias)
                .lastHidden(scope.graph(), m);
    }
}
