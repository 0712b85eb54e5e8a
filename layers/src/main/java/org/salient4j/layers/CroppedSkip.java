package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDIndex;

/**
 * Residual part of a convolutional encoder without padding: y = crop(x) + GELU(convolution(x)) with
 * three taps, where crop leaves out the first and the last step.
 *
 * <p>Parameters: {@code weight} and {@code bias}, as {@link ValidConvolution}.
 *
 * @param timeSteps T, at least 3
 * @param channels of input and output
 */
public record CroppedSkip(int timeSteps, int channels) implements TangentLayer {
    private static final int TAPS = 3;

    /** Validates the sizes. */
    public CroppedSkip {
        if (timeSteps < TAPS) {
            throw new IllegalArgumentException("timeSteps must be at least 3, was " + timeSteps);
        }
        Sizes.positive("channels", channels);
    }

    /**
     * @param x [channels, T, B], batch last
     * @return [channels, T - 2, B]
     */
    @Override
    public Dual forward(Scope scope, Dual x) {
        Dual branch =
                new Gelu()
                        .forward(
                                scope,
                                new ValidConvolution(timeSteps, channels, channels, TAPS)
                                        .forward(scope, x));
        Dual cropped =
                x.linear(
                        a ->
                                a.get(
                                        SDIndex.all(),
                                        SDIndex.interval(1L, timeSteps - 1L),
                                        SDIndex.all()));
        return cropped.plus(branch);
    }
}
