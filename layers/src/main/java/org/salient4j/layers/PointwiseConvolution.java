package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Convolution with one tap: the same affine map of the channels at every step, y = W x + b.
 *
 * <p>Parameters: {@code weight} [out, in, 1], N(0, 0.01²) as in the temporal convolutional
 * network's released code, and {@code bias} [out], U(±1/sqrt(in)).
 *
 * @param timeSteps T
 * @param in input channels
 * @param out output channels
 */
public record PointwiseConvolution(int timeSteps, int in, int out) implements TangentLayer {
    private static final double DEVIATION = 0.01;

    /** Validates the sizes. */
    public PointwiseConvolution {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("in", in);
        Sizes.positive("out", out);
    }

    /**
     * @param x [in, T, B], batch last
     * @return [out, T, B]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        SDVariable weight = scope.parameter("weight", Initializer.normal(DEVIATION), out, in, 1);
        SDVariable bias = scope.parameter("bias", Initializer.uniform(1 / Math.sqrt(in)), out);
        SDVariable matrix = graph.reshape(weight, out, in);
        return x.linear(a -> matrix.mmul(graph.reshape(a, in, -1)))
                .plus(Dual.constant(graph.reshape(bias, -1, 1)))
                .linear(y -> graph.reshape(y, out, timeSteps, -1));
    }
}
