package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Layer normalisation as in the time-series benchmark's Transformer:
 *
 * <pre>
 * y = alpha (x - mean) / (s + 1e-6) + bias        s² = Σ (x - mean)² / (F - 1)
 * </pre>
 *
 * <p>Unlike PyTorch's {@code LayerNorm} it divides by the unbiased standard deviation and adds the
 * constant to it, not to the variance. A row of equal values has no gradient, as there.
 *
 * <p>Mean, variance and scale come out of matrix products instead of reductions and broadcasts,
 * whose gradients take ND4J several times as long.
 *
 * <p>Parameters: {@code alpha} [F], 1, and {@code bias} [F], 0.
 *
 * @param features F, at least two
 */
public record UnbiasedLayerNorm(int features) implements TangentLayer {
    private static final double EPSILON = 1e-6;

    /** Validates the size. */
    public UnbiasedLayerNorm {
        if (features < 2) {
            throw new IllegalArgumentException("features must be at least 2, was " + features);
        }
    }

    /**
     * @param x [N, F]
     * @return [N, F]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        SDVariable alpha = scope.parameter("alpha", Initializer.ones(), features);
        SDVariable bias = scope.parameter("bias", Initializer.zeros(), features);
        INDArray centring = Nd4j.eye(features).castTo(scope.dataType()).sub(1.0 / features);
        INDArray mean =
                Nd4j.valueArrayOf(new long[] {features, 1}, 1.0 / (features - 1), scope.dataType());
        SDVariable centre = graph.constant(centring);
        SDVariable average = graph.constant(mean);
        Dual all = x.linear(a -> a.mmul(centre));
        SDVariable centred = all.value();
        SDVariable deviation = graph.math().sqrt(centred.mul(centred).mmul(average)); // [N, 1]
        SDVariable inverse = graph.math().reciprocal(deviation.add(EPSILON));
        SDVariable scale = inverse.mmul(graph.reshape(alpha, 1, features)); // [N, F]
        return all.moved(
                centred.mul(scale).add(bias),
                t -> {
                    SDVariable growth = centred.mul(t).mmul(average).div(deviation).mul(inverse);
                    return t.sub(centred.mul(growth)).mul(scale);
                });
    }
}
