package org.salient4j.attribution;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * The mean gradient around the sample, (1/n) Σ ∂f/∂x (x + ε), ε ~ N(0, σ²) (Smilkov et al. 2017).
 *
 * <p>Draw {@code i} of a sample is the same whatever {@code samples} is, so more draws refine a
 * result instead of replacing it.
 *
 * <p><b>Use</b> where plain gradients flicker between neighbouring cells. <b>Do not use</b> it
 * where the noise leaves the data: the mean then explains inputs the network never saw (the paper
 * setting's σ = 1 on data in [0, 1] is of that kind). It is not complete: it does not sum to a
 * difference of outputs.
 *
 * @param samples n, noisy copies of each sample, at least 1
 * @param sigma standard deviation of the noise, not negative; 0 gives the plain gradient
 * @param relative whether σ is a share of the sample's own range, max - min over all its cells,
 *     instead of a number in the input's unit; a constant sample then gets no noise
 * @param aggregate what of each gradient is averaged
 * @param output what is differentiated
 * @param noise where the noise comes from; σ does not act on noise that is given
 */
public record SmoothGrad(
        int samples,
        double sigma,
        boolean relative,
        Aggregate aggregate,
        Output output,
        Noise noise)
        implements AttributionMethod {

    /** 50 copies with a tenth of the sample's range as noise, signed, of the logit. */
    public SmoothGrad() {
        this(50, 0.1, true, Aggregate.SIGNED, Output.LOGIT, Noise.gaussian());
    }

    /** Validates. */
    public SmoothGrad {
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(noise, "noise");
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be at least 1, was " + samples);
        }
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(
                    "sigma must be finite and not negative, was " + sigma);
        }
    }

    /**
     * The setting of saliency guided training's experiments: n = 5, σ = 1 in the input's unit,
     * absolute values.
     */
    public static SmoothGrad paper() {
        return new SmoothGrad(5, 1, false, Aggregate.ABSOLUTE, Output.LOGIT, Noise.gaussian());
    }

    @Override
    public String name() {
        return "smooth-grad";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                switch (aggregate) {
                    case SIGNED -> "SmoothGrad";
                    case ABSOLUTE -> "SmoothGrad, absolute";
                    case SQUARED -> "SmoothGrad-Squared";
                },
                false,
                noise.stochastic(),
                samples + (samples == 1 ? " gradient" : " gradients"),
                "Smilkov, Thorat, Kim, Viégas, Wattenberg: SmoothGrad, arXiv:1706.03825, 2017",
                "where plain gradients flicker between neighbouring cells",
                "with noise as wide as the data: it explains inputs the network never saw");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples batch = Samples.of(model, x, targets);
        Noise.Draws draws = noise.draws(batch, samples, deviations(batch), seed);
        int cells = batch.cells();
        double[] mean = new double[batch.values().length];
        GradientCalls.run(
                batch,
                samples,
                output,
                (b, i, row) -> {
                    System.arraycopy(batch.values(), b * cells, row, 0, cells);
                    draws.addTo(b, i, row);
                },
                (b, i, gradient) -> {
                    for (int c = 0; c < cells; c++) {
                        mean[b * cells + c] += aggregate.of(gradient[c]) / samples;
                    }
                });
        return new Attribution(batch.array(mean), batch.targets());
    }

    /** σ in the input's unit, for each sample. */
    private double[] deviations(Samples batch) {
        double[] deviations = new double[batch.count()];
        for (int b = 0; b < deviations.length; b++) {
            deviations[b] = relative ? sigma * range(batch, b) : sigma;
        }
        return deviations;
    }

    private static double range(Samples batch, int sample) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = sample * batch.cells(); i < (sample + 1) * batch.cells(); i++) {
            min = Math.min(min, batch.values()[i]);
            max = Math.max(max, batch.values()[i]);
        }
        return max - min;
    }
}
