package org.salient4j.attribution;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * DeepSHAP: {@link DeepLift} averaged over all baselines of a pool (Lundberg and Lee 2017).
 *
 * <p>Complete against the pool: attributions sum to f(x) minus the mean of f over the pool, up to
 * rounding. Pairs of a sample and a baseline go through the network together, a bounded number of
 * cells a call, and only sums are kept: memory does not grow with the pool.
 *
 * <p><b>Use</b> where no single baseline means "nothing" and a distribution of them can be had.
 * <b>Do not use</b> it on large networks without need: it costs a DeepLIFT for every baseline;
 * {@link GradientShap} draws from the same pool.
 *
 * @param mode which ops follow the rules, see {@link DeepLift}
 * @param output f
 * @param pool the baselines
 */
public record DeepShap(DeepLiftMode mode, Output output, BaselinePool pool)
        implements AttributionMethod {

    /** All rules, of the logit, over a pool of 50 U(0, 1) noise baselines. */
    public DeepShap() {
        this(DeepLiftMode.rescale(), Output.LOGIT, BaselinePool.uniform(50));
    }

    /** Validates. */
    public DeepShap {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(pool, "pool");
    }

    /**
     * The setting of saliency guided training's experiments: a pool of 50 U(0, 1) noise baselines
     * (five for each of the ten samples of a batch there), and rules only where Captum applied
     * them.
     */
    public static DeepShap paper() {
        return new DeepShap(DeepLiftMode.captumCompat(), Output.LOGIT, BaselinePool.uniform(50));
    }

    @Override
    public String name() {
        return "deep-shap";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                mode.complete() ? "DeepSHAP" : "DeepSHAP, as Captum hooks it",
                mode.complete(),
                pool.stochastic(),
                pool.sizeInWords() + " gradients of both towers",
                "Lundberg, Lee: A unified approach to interpreting model predictions, NeurIPS 2017",
                "for each cell's share of the difference from a distribution of baselines",
                "on large networks without need: it costs a DeepLIFT for each baseline");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples samples = Samples.of(model, x, targets);
        return PairCalls.run(
                samples,
                pool.members(samples, seed),
                mode.graph(model, output),
                output,
                mode.complete(),
                PairCalls.MAX_CELLS);
    }
}
