package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Convolution over time without padding, stride 1: PyTorch's {@code Conv1d} and its default start
 * values.
 *
 * <pre>
 * y[o, t] = bias[o] + Σ_i Σ_j weight[o, i, j] x[i, t + j]
 * </pre>
 *
 * <p>Time steps are laid out in columns and multiplied by the weights in one product, as in {@link
 * CausalConvolution}.
 *
 * <p>Parameters: {@code weight} [out, in, k] and {@code bias} [out], both U(±1/sqrt(in · k)).
 *
 * @param timeSteps T
 * @param in input channels
 * @param out output channels
 * @param kernel k, number of taps, at most T
 */
public record ValidConvolution(int timeSteps, int in, int out, int kernel) implements TangentLayer {

    /** Validates the sizes. */
    public ValidConvolution {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
        if (kernel > timeSteps) {
            throw new IllegalArgumentException(
                    "kernel must be at most timeSteps (%d), was %d".formatted(timeSteps, kernel));
        }
    }

    /**
     * @param x [in, T, B], batch last
     * @return [out, T - k + 1, B]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Initializer uniform = Initializer.uniform(1 / Math.sqrt((double) in * kernel));
        SDVariable weight = scope.parameter("weight", uniform, out, in, kernel);
        SDVariable bias = scope.parameter("bias", uniform, out);
        SDVariable matrix = graph.reshape(weight, out, (long) in * kernel);
        return x.linear(a -> matrix.mmul(TimeColumns.of(graph, a, in, timeSteps, kernel, 1)))
                .plus(Dual.constant(graph.reshape(bias, -1, 1)))
                .linear(y -> graph.reshape(y, out, timeSteps - kernel + 1L, -1));
    }
}
