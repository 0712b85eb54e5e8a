package org.salient4j.attribution;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * DeepLIFT, m (x - b): multipliers m walk back from the output to the input and say at every op
 * what share of its change, between the baseline's tower and the sample's, each input accounts for
 * (Shrikumar et al. 2017, Rescale rule; {@link org.salient4j.attribution.deeplift.DeepLiftRule} for
 * each kind of op).
 *
 * <p>Complete on every network whose ops have rules, recurrent ones and attention included:
 * attributions sum to f(x) - f(b) up to rounding. Products of two activations, which the paper
 * leaves open, are shared by the mean of each operand, Δ(ab) = ½ (a + a₀) Δb + ½ (b + b₀) Δa.
 *
 * <p><b>Use</b> for the share of each cell in the difference from a baseline, at the price of one
 * gradient: no integral, no steps, exact sums where ReLU and max make kinks. <b>Do not use</b> it
 * without a baseline that means "nothing"; and note that two networks that compute the same
 * function may get different attributions, which {@link IntegratedGradients} excludes.
 *
 * @param mode which ops follow the rules; {@link DeepLiftMode#captumCompat()} for what the paper's
 *     tables show
 * @param output f
 * @param baseline b
 */
public record DeepLift(DeepLiftMode mode, Output output, Baseline baseline)
        implements AttributionMethod {

    /** All rules, of the logit, from zeros. */
    public DeepLift() {
        this(DeepLiftMode.rescale(), Output.LOGIT, Baseline.zeros());
    }

    /** Validates. */
    public DeepLift {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(baseline, "baseline");
    }

    /**
     * The setting of saliency guided training's experiments: a U(0, 1) noise baseline, and rules
     * only where Captum applied them.
     */
    public static DeepLift paper() {
        return new DeepLift(DeepLiftMode.captumCompat(), Output.LOGIT, Baseline.uniform());
    }

    /** The same from another baseline. */
    public DeepLift from(Baseline other) {
        return new DeepLift(mode, output, other);
    }

    @Override
    public String name() {
        return "deep-lift";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                mode.complete() ? "DeepLIFT" : "DeepLIFT, as Captum hooks it",
                mode.complete(),
                baseline.stochastic(),
                "1 gradient of both towers",
                "Shrikumar, Greenside, Kundaje: Learning important features through propagating"
                        + " activation differences, ICML 2017",
                "for each cell's share of the difference from a baseline in a single pass",
                "without a baseline that means 'nothing'; the answer changes with it");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples samples = Samples.of(model, x, targets);
        return PairCalls.run(
                samples,
                BaselinePool.of(baseline).members(samples, seed),
                mode.graph(model, output),
                output,
                mode.complete(),
                PairCalls.MAX_CELLS);
    }
}
