package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDIndex;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Convolution over time without padding, stride 1: PyTorch's {@code Conv1d} and its default start
 * values.
 *
 * <pre>
 * y[t, o] = bias[o] + Σ_i Σ_j weight[o, i, j] x[t + j, i]
 * </pre>
 *
 * <p>Time comes first, so that the steps a tap sees are one run of memory; the taps are laid side
 * by side and multiplied by the weights in one product.
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
     * @param x [T, B, in], time first
     * @return [T - k + 1, B, out]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        SameDiff graph = scope.graph();
        Initializer uniform = Initializer.uniform(1 / Math.sqrt((double) in * kernel));
        SDVariable weight = scope.parameter("weight", uniform, out, in, kernel);
        SDVariable bias = scope.parameter("bias", uniform, out);
        SDVariable taps = graph.reshape(graph.permute(weight, 2, 1, 0), (long) kernel * in, out);
        Dual product = x.linear(a -> columns(graph, a).mmul(taps));
        return product.moved(product.value().add(bias), t -> t)
                .linear(y -> graph.reshape(y, timeSteps - kernel + 1L, -1, out));
    }

    /** [(T - k + 1) · B, k · in]. */
    private SDVariable columns(SameDiff graph, SDVariable x) {
        int steps = timeSteps - kernel + 1;
        SDVariable[] taps = new SDVariable[kernel];
        for (int tap = 0; tap < kernel; tap++) {
            SDVariable seen =
                    x.get(
                            SDIndex.interval((long) tap, (long) tap + steps),
                            SDIndex.all(),
                            SDIndex.all());
            taps[tap] = graph.reshape(seen, -1, in);
        }
        return kernel == 1 ? taps[0] : graph.concat(1, taps);
    }
}
