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
        implements TangentLayer {
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
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Dual rows = x.linear(a -> graph.reshape(a, -1, features));
        Dual scores =
                scoreNetwork(scope, rows)
                        .linear(y -> graph.reshape(y, -1, timeSteps, hops))
                        .linear(y -> graph.permute(y, 0, 2, 1)); // [B, r, T]
        return weights(scope, scores)
                .times(x, (w, a) -> graph.linalg().mmul(w, a, false, false, false));
    }

    /** W and, of the scores' tangent, W' = mean over hops of A (E' - Σ A E'), [B, T, T]. */
    private Dual weights(Scope scope, Dual scores) {
        SameDiff graph = scope.graph();
        SDVariable lowered = lowered(graph, scores.value());
        SDVariable e = graph.math().exp(graph.clipByValue(lowered, LOWEST_SCORE, 1));
        // Not reciprocal, whose gradient takes a power.
        SDVariable inverseSums =
                graph.constant(Nd4j.scalar(DataType.DOUBLE, 1)).div(prefixSums(graph, e));
        SDVariable mean = graph.constant(triangle((t, s) -> s <= t ? 1.0 / hops : 0));
        SDVariable weights = outer(graph, inverseSums, e).mul(mean).castTo(scope.dataType());
        return scores.moved(
                weights,
                t -> {
                    SDVariable counted = lowered.gt(LOWEST_SCORE).castTo(DataType.DOUBLE);
                    SDVariable moved = t.castTo(DataType.DOUBLE).mul(counted).mul(e);
                    SDVariable shift = prefixSums(graph, moved).mul(inverseSums).mul(inverseSums);
                    return outer(graph, inverseSums, moved)
                            .sub(outer(graph, shift, e))
                            .mul(mean)
                            .castTo(scope.dataType());
                });
    }

    /** Σ over hops of a_t b_s. */
    private static SDVariable outer(SameDiff graph, SDVariable a, SDVariable b) {
        return graph.linalg().mmul(a, b, true, false, false);
    }

    /** Σ_{s ≤ t} e_s by a triangular product: cumsum's gradient mixes up rows of far sizes. */
    private SDVariable prefixSums(SameDiff graph, SDVariable e) {
        SDVariable upper =
                graph.constant(triangle((s, t) -> s <= t ? 1 : 0).reshape(timeSteps, timeSteps));
        SDVariable sums = graph.reshape(e, -1, timeSteps).mmul(upper);
        return graph.reshape(sums, -1, hops, timeSteps);
    }

    private Dual scoreNetwork(Scope scope, Dual rows) {
        Dual hidden = dense(scope.child("w1"), rows, features, attentionSize);
        return dense(scope.child("w2"), new Tanh().forward(scope, hidden), attentionSize, hops);
    }

    private static Dual dense(Scope scope, Dual x, int in, int out) {
        SDVariable weight = scope.parameter("weight", Initializer.xavierUniform(in, out), out, in);
        SDVariable bias = scope.parameter("bias", Initializer.zeros(), out);
        return x.linear(a -> scope.graph().linalg().mmul(a, weight, false, true, false))
                .plus(Dual.constant(bias));
    }

    private static SDVariable lowered(SameDiff graph, SDVariable scores) {
        SDVariable wide = scores.castTo(DataType.DOUBLE);
        // The maximum cancels in the softmax: nothing flows through it.
        SDVariable highest = new StopGradient(graph, wide.max(true, 2)).outputVariable();
        return wide.sub(highest);
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
