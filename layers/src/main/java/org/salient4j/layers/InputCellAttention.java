package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Input-cell attention (Ismail et al., NeurIPS 2019): every time step sees an attention-weighted
 * mean of the whole past instead of its own input, which lets saliency reach early steps.
 *
 * <pre>
 * E = W2 tanh(W1 x + b1) + b2                 [T, r]     scores; r hops
 * A_t = softmax over s ≤ t of E_s             per hop
 * m_t = mean over hops of Σ_{s ≤ t} A_t,s x_s
 * </pre>
 *
 * <p>E depends on single steps only, so all prefixes come out of one triangular sum and one batched
 * product instead of a loop over prefixes: e = exp(E - max E), C = cumsum(e), W[t, s] = mean over
 * hops of e_s / C_t for s ≤ t, m = W x. The sums run in double precision. They equal the loop to
 * rounding as long as the scores of one hop in one sequence lie within 345 of each other; a score
 * further below the maximum counts as 345 below it, which keeps every value and gradient finite.
 *
 * <p>Parameters: {@code w1.weight} [d_a, F], {@code w1.bias}, {@code w2.weight} [r, d_a], {@code
 * w2.bias}; matrices Xavier-uniform, biases 0.
 *
 * @param timeSteps T
 * @param features F
 * @param attentionSize d_a, width of the score network
 * @param hops r, number of attention hops
 */
public record InputCellAttention(int timeSteps, int features, int attentionSize, int hops)
        implements Layer {
    // exp(345)² is the largest square a gradient meets; it stays below the largest double.
    private static final double LOWEST_SCORE = -345;

    /** Validates the sizes. */
    public InputCellAttention {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
        Sizes.positive("attentionSize", attentionSize);
        Sizes.positive("hops", hops);
    }

    /**
     * @param x [B, T, F]
     * @return m, [B, T, F]
     */
    @Override
    public SDVariable forward(Scope scope, SDVariable x) {
        SameDiff graph = scope.graph();
        SDVariable rows = graph.reshape(x, -1, features);
        SDVariable scores = graph.reshape(scoreNetwork(scope, rows), -1, timeSteps, hops);
        SDVariable e = exponentials(graph, graph.permute(scores, 0, 2, 1)); // [B, r, T]
        // Not reciprocal, whose gradient takes a power.
        SDVariable inverseSums =
                graph.constant(Nd4j.scalar(DataType.DOUBLE, 1)).div(prefixSums(graph, e));
        SDVariable weights =
                graph.linalg()
                        .mmul(inverseSums, e, true, false, false)
                        .mul(graph.constant(triangle((t, s) -> s <= t ? 1.0 / hops : 0)))
                        .castTo(scope.dataType());
        return graph.linalg().mmul(weights, x, false, false, false);
    }

    /** Σ_{s ≤ t} e_s by a triangular product: cumsum's gradient mixes up rows of far sizes. */
    private SDVariable prefixSums(SameDiff graph, SDVariable e) {
        SDVariable upper =
                graph.constant(triangle((s, t) -> s <= t ? 1 : 0).reshape(timeSteps, timeSteps));
        SDVariable sums = graph.reshape(e, -1, timeSteps).mmul(upper);
        return graph.reshape(sums, -1, hops, timeSteps);
    }

    private SDVariable scoreNetwork(Scope scope, SDVariable rows) {
        SDVariable hidden = dense(scope.child("w1"), rows, features, attentionSize);
        return dense(scope.child("w2"), scope.graph().math().tanh(hidden), attentionSize, hops);
    }

    private static SDVariable dense(Scope scope, SDVariable x, int in, int out) {
        SDVariable weight = scope.parameter("weight", Initializer.xavierUniform(in, out), out, in);
        SDVariable bias = scope.parameter("bias", Initializer.zeros(), out);
        return scope.graph().linalg().mmul(x, weight, false, true, false).add(bias);
    }

    private static SDVariable exponentials(SameDiff graph, SDVariable scores) {
        SDVariable wide = scores.castTo(DataType.DOUBLE);
        // The maximum cancels in the softmax: nothing flows through it.
        SDVariable highest = new StopGradient(graph, wide.max(true, 2)).outputVariable();
        return graph.math().exp(graph.clipByValue(wide.sub(highest), LOWEST_SCORE, 1));
    }

    private INDArray triangle(Entry value) {
        double[] values = new double[timeSteps * timeSteps];
        for (int row = 0; row < timeSteps; row++) {
            for (int column = 0; column < timeSteps; column++) {
                values[row * timeSteps + column] = value.at(row, column);
            }
        }
        return Nd4j.create(values, new long[] {1, timeSteps, timeSteps}, 'c');
    }

    @FunctionalInterface
    private interface Entry {
        double at(int row, int column);
    }
}
