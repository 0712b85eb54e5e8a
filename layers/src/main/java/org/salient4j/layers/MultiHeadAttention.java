package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Self-attention with several heads (Vaswani et al., NeurIPS 2017):
 *
 * <pre>
 * head = softmax(q kᵀ / sqrt(F / heads)) v        y = [heads…] W + b
 * </pre>
 *
 * <p>With {@code causal}, step t attends to steps up to t; masked scores are lowered by 1e9.
 *
 * <p>Parameters: {@code weight} [F, F] and {@code bias} [F] of {@code q}, {@code k}, {@code v} and
 * {@code out}, as {@link Dense}.
 *
 * @param timeSteps T
 * @param features F, a multiple of the heads
 * @param heads number of heads
 * @param causal whether the future is masked
 * @param dropout rate on the attention weights
 */
public record MultiHeadAttention(
        int timeSteps, int features, int heads, boolean causal, double dropout)
        implements TangentLayer {
    private static final double MASKED = -1e9;

    /** Validates the sizes. */
    public MultiHeadAttention {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
        Sizes.divisor("heads", heads, "features", features);
        Sizes.dropRate("dropout", dropout);
    }

    /**
     * @param x [B · T, F], the steps of a sample one after the other
     * @return [B · T, F]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        int size = features / heads;
        Dual scaled = project(scope, "q", x).linear(y -> y.mul(1 / Math.sqrt(size)));
        Dual q = heads(graph, scaled);
        Dual k = heads(graph, project(scope, "k", x));
        Dual v = heads(graph, project(scope, "v", x));
        // [B, heads, T, T]
        Dual scores = q.times(k, (a, b) -> graph.linalg().mmul(a, b, false, true, false));
        if (causal) {
            scores = scores.plus(Dual.constant(graph.constant(mask().castTo(scope.dataType()))));
        }
        Dual attention = new Dropout(dropout).forward(scope, new Softmax(3).forward(scope, scores));
        Dual mixed = attention.times(v, (a, b) -> graph.linalg().mmul(a, b, false, false, false));
        Dual rows = mixed.linear(y -> graph.reshape(graph.permute(y, 0, 2, 1, 3), -1, features));
        return new Dense(features, features).forward(scope.child("out"), rows);
    }

    private Dual project(Scope scope, String name, Dual x) {
        return new Dense(features, features).forward(scope.child(name), x);
    }

    /** [B, heads, T, F / heads]. */
    private Dual heads(SameDiff graph, Dual x) {
        int size = features / heads;
        return x.linear(
                y -> graph.permute(graph.reshape(y, -1, timeSteps, heads, size), 0, 2, 1, 3));
    }

    private INDArray mask() {
        double[] mask = new double[timeSteps * timeSteps];
        for (int t = 0; t < timeSteps; t++) {
            for (int s = t + 1; s < timeSteps; s++) {
                mask[t * timeSteps + s] = MASKED;
            }
        }
        return Nd4j.create(mask, new long[] {1, 1, timeSteps, timeSteps}, 'c');
    }
}
