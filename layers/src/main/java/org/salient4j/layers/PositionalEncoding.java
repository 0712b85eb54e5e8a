package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sinusoidal positions as in the time-series benchmark's Transformer: y = x sqrt(F) + P with, for
 * even i,
 *
 * <pre>
 * P[t, i] = sin(t / 10000^(2i / F))      P[t, i + 1] = cos(t / 10000^(2(i + 1) / F))
 * </pre>
 *
 * <p>The exponents are not those of Vaswani et al. (2017), where both are i / F.
 *
 * @param timeSteps T
 * @param features F
 */
public record PositionalEncoding(int timeSteps, int features) implements TangentLayer {

    /** Validates the sizes. */
    public PositionalEncoding {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("features", features);
    }

    /**
     * @param x [B, T, F]
     * @return [B, T, F]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        INDArray positions =
                Nd4j.create(positions(), new long[] {1, timeSteps, features}, 'c')
                        .castTo(scope.dataType());
        return x.linear(a -> a.mul(Math.sqrt(features)))
                .plus(Dual.constant(graph.constant(positions)));
    }

    private double[] positions() {
        double[] positions = new double[timeSteps * features];
        for (int t = 0; t < timeSteps; t++) {
            for (int i = 0; i < features; i++) {
                double angle = t / Math.pow(10000, 2.0 * i / features);
                positions[t * features + i] = i % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
            }
        }
        return positions;
    }
}
