package org.salient4j.attribution.embedding;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.FeatureAblation;
import org.salient4j.attribution.FeatureGroups;
import org.salient4j.attribution.GroupShare;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * {@link FeatureAblation} of each embedding dimension: f_c(x) - f_c(x with a neuron at the
 * baseline), all dimensions from one forward pass a neuron.
 *
 * <p><b>Use</b> to see what the encoder really loses without a neuron. <b>Do not use</b> it where
 * neurons say the same: an encoder that reads them all loses nothing with one.
 *
 * @param baseline what takes the place of a neuron's value
 * @param groups which inputs are taken away together: {@code cells}, or {@code features} for a
 *     neuron's whole window
 */
public record NeuronFeatureAblation(Baseline baseline, FeatureGroups groups)
        implements EmbeddingMethod {

    /** Each input alone set to 0. */
    public NeuronFeatureAblation() {
        this(Baseline.zeros(), FeatureGroups.cells());
    }

    /** Validates. */
    public NeuronFeatureAblation {
        Objects.requireNonNull(baseline, "baseline");
        Objects.requireNonNull(groups, "groups");
    }

    @Override
    public String name() {
        return "neuron-feature-ablation";
    }

    @Override
    public MethodDescriptor descriptor() {
        return each().descriptor(each().method().descriptor().cost());
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        return each().attribute(encoder, x, seed);
    }

    private NeuronAttribution each() {
        return new NeuronAttribution(
                new FeatureAblation(Output.LOGIT, baseline, groups, GroupShare.WHOLE));
    }
}
