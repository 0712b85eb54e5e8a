package org.salient4j.attribution;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * Feature ablation, f(x) - f(x with a group of cells at the baseline), for every group (Zeiler and
 * Fergus 2014): what the output loses when a cell, a time step or a feature is taken away.
 *
 * <p>Groups of several samples go through the network together, a bounded number of cells a call. A
 * group that equals its baseline costs nothing and gets 0.
 *
 * <p><b>Use</b> to check gradients against what the network really does, and on networks whose
 * gradients vanish; with {@code positions}, to leave out one time step or one word after another.
 * <b>Do not use</b> it where several cells say the same: taking one of them away changes nothing,
 * so all of them get nothing. {@link ShapleyValueSampling} shares between them. A baseline that the
 * network never saw makes it answer for inputs that do not occur.
 *
 * @param output f
 * @param baseline what takes the place of what is taken away
 * @param groups which cells are taken away together
 * @param share what each cell of a group gets
 */
public record FeatureAblation(
        Output output, Baseline baseline, FeatureGroups groups, GroupShare share)
        implements AttributionMethod {

    /** Each cell alone set to 0, of the logit. */
    public FeatureAblation() {
        this(Output.LOGIT, Baseline.zeros(), FeatureGroups.cells(), GroupShare.WHOLE);
    }

    /** Validates. */
    public FeatureAblation {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(share, "share");
    }

    /** The same from another baseline. */
    public FeatureAblation from(Baseline other) {
        return new FeatureAblation(output, other, groups, share);
    }

    /** The same for other groups. */
    public FeatureAblation of(FeatureGroups other) {
        return new FeatureAblation(output, baseline, other, share);
    }

    @Override
    public String name() {
        return "feature-ablation";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Feature ablation",
                false,
                baseline.stochastic(),
                "1 forward pass + 1 for each " + groups.unit(),
                "Zeiler, Fergus: Visualizing and understanding convolutional networks, ECCV 2014",
                "to see what the network really loses without a cell; needs no gradient",
                "where cells say the same: taking away one of them changes nothing");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples samples = Samples.of(model, x, targets);
        ExplainedOutputs explained = ExplainedOutputs.ofTargets(samples, output);
        return explained.attribution(values(samples, explained, seed));
    }

    /** All outputs from the same forward passes. */
    @Override
    public INDArray attributeEveryOutput(DifferentiableModel model, INDArray x, Seed seed) {
        Samples samples = Samples.of(model, x);
        ExplainedOutputs explained = ExplainedOutputs.ofEach(samples, output);
        return explained.array(values(samples, explained, seed));
    }

    private double[] values(Samples samples, ExplainedOutputs explained, Seed seed) {
        return Ablation.run(
                samples, baseline.values(samples, seed), groups.groups(samples), explained, share);
    }
}
