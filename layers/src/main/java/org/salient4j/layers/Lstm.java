package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997), one layer, one direction, zero start
 * states, as PyTorch's {@code LSTM}:
 *
 * <pre>
 * i, f, g, o = σ, σ, tanh, σ of (W_ih x_t + b_ih + W_hh h_{t-1} + b_hh)
 * c_t = f c_{t-1} + i g        h_t = o tanh(c_t)
 * </pre>
 *
 * <p>Parameters: {@code weight_ih} [4H, F], {@code weight_hh} [4H, H], {@code bias_ih} and {@code
 * bias_hh} [4H], all U(±1/sqrt(H)). Both biases are kept although one would do, so that parameter
 * counts and gradients compare with PyTorch's.
 *
 * <p>A positive {@code forgetBias} opens the forget gates at the start (Jozefowicz et al. 2015):
 * needed where the evidence lies many steps before the end.
 *
 * @param timeSteps T
 * @param features F, size of a time step
 * @param hidden H, number of units
 * @param forgetBias added to the forget gates' part of {@code bias_ih}; 0 is PyTorch's default
 */
public record Lstm(int timeSteps, int features, int hidden, double forgetBias)
        implements TangentLayer {

    /** Validates the sizes. */
    public Lstm {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
        Sizes.positive("hidden", hidden);
        Sizes.finite("forgetBias", forgetBias);
    }

    /**
     * @param x [B, T, F]
     * @return the last hidden state [B, H]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Initializer uniform = Initializer.uniform(1 / Math.sqrt(hidden));
        SDVariable weightIh = scope.parameter("weight_ih", uniform, 4L * hidden, features);
        SDVariable weightHh = scope.parameter("weight_hh", uniform, 4L * hidden, hidden);
        SDVariable biasIh =
                scope.parameter(
                        "bias_ih", uniform.plus(hidden, 2 * hidden, forgetBias), 4L * hidden);
        SDVariable biasHh = scope.parameter("bias_hh", uniform, 4L * hidden);
        return new LstmCell(
                        timeSteps,
                        features,
                        hidden,
                        graph.permute(weightIh, 1, 0),
                        graph.permute(weightHh, 1, 0),
                        biasIh.add(biasHh))
                .lastHidden(graph, x);
    }
}
