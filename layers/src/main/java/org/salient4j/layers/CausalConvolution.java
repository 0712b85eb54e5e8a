package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dilated causal convolution over time with {@link WeightNorm}: step t sees t, t - d, …, t - (k -
 * 1)d and zeros before the start.
 *
 * <pre>
 * y[o, t] = bias[o] + Σ_i Σ_j w[o, i, j] x[i, t - (k - 1 - j) d]      w = g v / |v|
 * </pre>
 *
 * <p>Time steps are laid out in columns and multiplied by the weights in one product, because the
 * natives' convolutions fail on dilated ones or take ten times as long. Batches come last, so that
 * the columns are copies of long runs of memory.
 *
 * <p>Parameters: {@code v} [out, in, k], U(±1/sqrt(in · k)), {@code g} [out], {@code bias} [out].
 *
 * @param timeSteps T
 * @param in input channels
 * @param out output channels
 * @param kernel k, number of taps
 * @param dilation d, distance of the taps
 */
public record CausalConvolution(int timeSteps, int in, int out, int kernel, int dilation)
        implements TangentLayer {

    /** Validates the sizes. */
    public CausalConvolution {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
        Sizes.positive("dilation", dilation);
    }

    /**
     * @param x [in, T, B], batch last
     * @return [out, T, B]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Initializer uniform = Initializer.uniform(1 / Math.sqrt((double) in * kernel));
        SDVariable weight = WeightNorm.weight(scope, uniform, out, in, kernel);
        SDVariable bias = scope.parameter("bias", uniform, out);
        Dual product = x.linear(a -> weight.mmul(columns(graph, a)));
        return product.plus(Dual.constant(graph.reshape(bias, -1, 1)))
                .linear(y -> graph.reshape(y, out, timeSteps, -1));
    }

    /** [in · k, T · B]. */
    private SDVariable columns(SameDiff graph, SDVariable x) {
        int before = (kernel - 1) * dilation;
        int[][] zeros = {{0, 0}, {before, 0}, {0, 0}};
        SDVariable padded = graph.nn().pad(x, graph.constant(Nd4j.createFromArray(zeros)), 0);
        return TimeColumns.of(graph, padded, in, timeSteps + before, kernel, dilation);
    }
}
