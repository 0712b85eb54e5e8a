package org.salient4j.attribution;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * Gradient SHAP, (1/n) Σ (x̃ - b) ∂f/∂x (b + α(x̃ - b)) with x̃ = x + N(0, σ²), α ~ U(0, 1) and b
 * drawn from a pool of baselines (Lundberg and Lee 2017; expected gradients of Erion et al. 2021):
 * integrated gradients from a random baseline, each integral by a single random node.
 *
 * <p>In expectation, and with σ = 0, attributions sum to f(x) minus the mean of f over the pool; a
 * single result of few draws may be far from that, so no completeness is claimed.
 *
 * <p>Draw {@code i} of a sample is the same whatever {@code samples} is, so more draws refine a
 * result instead of replacing it.
 *
 * <p><b>Use</b> where no single baseline means "nothing" and a distribution of them can be had at
 * the price of a few gradients. <b>Do not use</b> few draws to compare single cells: n = 5 is a
 * noisy estimate; {@link DeepShap} averages over the whole pool instead.
 *
 * @param samples n, draws for each sample, at least 1
 * @param sigma σ, standard deviation of the noise in the input's unit, not negative; does not act
 *     on noise that is given
 * @param output f
 * @param pool where baselines are drawn from
 * @param noise where the noise comes from
 * @param alpha where on the path from the baseline the gradient is taken, in [0, 1]
 * @param member which baseline of the pool, from 0
 */
public record GradientShap(
        int samples,
        double sigma,
        Output output,
        BaselinePool pool,
        Noise noise,
        Draw alpha,
        Draw member)
        implements AttributionMethod {

    /** 50 draws without noise from a pool of 50 U(0, 1) baselines, of the logit. */
    public GradientShap() {
        this(50, 0, Output.LOGIT, BaselinePool.uniform(50));
    }

    /** With noise, path and baselines drawn from the seed. */
    public GradientShap(int samples, double sigma, Output output, BaselinePool pool) {
        this(samples, sigma, output, pool, Noise.gaussian(), Draw.random(), Draw.random());
    }

    /** Validates. */
    public GradientShap {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(noise, "noise");
        Objects.requireNonNull(alpha, "alpha");
        Objects.requireNonNull(member, "member");
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be at least 1, was " + samples);
        }
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(
                    "sigma must be finite and not negative, was " + sigma);
        }
    }

    /**
     * The setting of saliency guided training's experiments: n = 5, σ = 0.09, a pool of 50 U(0, 1)
     * noise baselines (five for each of the ten samples of a batch there).
     */
    public static GradientShap paper() {
        return new GradientShap(5, 0.09, Output.LOGIT, BaselinePool.uniform(50));
    }

    @Override
    public String name() {
        return "gradient-shap";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Gradient SHAP",
                false,
                pool.stochastic()
                        || noise.stochastic()
                        || alpha.stochastic()
                        || member.stochastic(),
                samples + (samples == 1 ? " gradient" : " gradients"),
                "Lundberg, Lee: A unified approach to interpreting model predictions, NeurIPS 2017",
                "where a distribution of baselines says 'nothing' better than any one of them",
                "with few draws to compare single cells: the estimate is noisy");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples batch = Samples.of(model, x, targets);
        BaselinePool.Members baselines = pool.members(batch, seed);
        double[] sigmas = new double[batch.count()];
        Arrays.fill(sigmas, sigma);
        Noise.Draws draws = noise.draws(batch, samples, sigmas, seed);
        Draw.Numbers alphas = alpha.shares(batch, samples, seed.child("alpha"));
        Draw.Numbers members =
                member.indices(batch, samples, baselines.size(), seed.child("member"));
        int cells = batch.cells();
        double[] mean = new double[batch.values().length];
        double[] difference = new double[cells];
        GradientCalls.run(
                batch,
                samples,
                output,
                (b, i, row) -> {
                    int from = baselines.offset(b, (int) members.of(b, i));
                    difference(batch, draws, baselines, from, b, i, difference);
                    double share = alphas.of(b, i);
                    for (int c = 0; c < cells; c++) {
                        row[c] = baselines.values()[from + c] + share * difference[c];
                    }
                },
                (b, i, gradient) -> {
                    int from = baselines.offset(b, (int) members.of(b, i));
                    difference(batch, draws, baselines, from, b, i, difference);
                    for (int c = 0; c < cells; c++) {
                        mean[b * cells + c] += difference[c] * gradient[c] / samples;
                    }
                });
        return new Attribution(batch.array(mean), batch.targets());
    }

    /** x̃ - b, drawn twice alike instead of kept for every point of a call. */
    private static void difference(
            Samples batch,
            Noise.Draws draws,
            BaselinePool.Members baselines,
            int from,
            int sample,
            int i,
            double[] to) {
        int cells = batch.cells();
        System.arraycopy(batch.values(), sample * cells, to, 0, cells);
        draws.addTo(sample, i, to);
        for (int c = 0; c < cells; c++) {
            to[c] -= baselines.values()[from + c];
        }
    }
}
