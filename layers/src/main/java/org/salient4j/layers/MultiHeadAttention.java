package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
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
        int timeSteps, int features, int heads, boolean causal, double dropout) implements Layer {
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
    public SDVariable forward(Scope scope, SDVariable x) {
        SameDiff graph = scope.graph();
        int size = features / heads;
        SDVariable q = heads(graph, project(scope, "q", x).mul(1 / Math.sqrt(size)));
        SDVariable k = heads(graph, project(scope, "k", x));
        SDVariable v = heads(graph, project(scope, "v", x));
        SDVariable scores = graph.linalg().mmul(q, k, false, true, false); // [B, heads, T, T]
        if (causal) {
            scores = scores.add(graph.constant(mask().castTo(scope.dataType())));
        }
        SDVariable attention = new Dropout(dropout).forward(scope, graph.nn().softmax(scores, 3));
        SDVariable mixed = graph.linalg().mmul(attention, v, false, false, false);
        SDVariable rows = graph.reshape(graph.permute(mixed, 0, 2, 1, 3), -1, features);
        return new Dense(features, features).forward(scope.child("out"), rows);
    }

    private SDVariable project(Scope scope, String name, SDVariable x) {
        return new Dense(features, features).forward(scope.child(name), x);
    }

    /** [B, heads, T, F / heads]. */
    private SDVariable heads(SameDiff graph, SDVariable y) {
        return graph.permute(graph.reshape(y, -1, timeSteps, heads, features / heads), 0, 2, 1, 3);
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
