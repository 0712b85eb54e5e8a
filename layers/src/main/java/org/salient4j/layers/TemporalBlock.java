package org.salient4j.layers;

/**
 * Residual block of a temporal convolutional network (Bai, Kolter and Koltun 2018):
 *
 * <pre>
 * y = ReLU(x' + drop(ReLU(conv2(drop(ReLU(conv1(x)))))))
 * </pre>
 *
 * with two {@link CausalConvolution}s of one dilation; x' is x, or a {@link PointwiseConvolution}
 * of it where the numbers of channels differ.
 *
 * <p>Parameters: those of {@code conv1}, {@code conv2} and, where channels differ, {@code down}.
 *
 * @param timeSteps T
 * @param in input channels
 * @param out output channels
 * @param kernel number of taps
 * @param dilation distance of the taps
 * @param dropout rate after each of the two inner ReLUs
 */
public record TemporalBlock(
        int timeSteps, int in, int out, int kernel, int dilation, double dropout)
        implements TangentLayer {

    /** Validates the sizes. */
    public TemporalBlock {
        Sizes.positive("timeSteps", timeSteps);
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
        Sizes.positive("dilation", dilation);
        Sizes.dropRate("dropout", dropout);
    }

    /**
     * @param x [in, T, B], batch last
     * @return [out, T, B]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        Dual inner = convolve(scope, "conv1", x, in);
        inner = convolve(scope, "conv2", inner, out);
        Dual residual =
                in == out
                        ? x
                        : new PointwiseConvolution(timeSteps, in, out)
                                .forward(scope.child("down"), x);
        return new Relu().forward(scope, inner.plus(residual));
    }

    private Dual convolve(Scope scope, String name, Dual x, int channels) {
        Dual y =
                new CausalConvolution(timeSteps, channels, out, kernel, dilation)
                        .forward(scope.child(name), x);
        return new Dropout(dropout).forward(scope, new Relu().forward(scope, y));
    }
}
