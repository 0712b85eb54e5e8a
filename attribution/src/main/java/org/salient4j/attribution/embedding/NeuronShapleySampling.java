package org.salient4j.attribution.embedding;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.FeatureGroups;
import org.salient4j.attribution.GroupShare;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.attribution.ShapleyValueSampling;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * {@link ShapleyValueSampling} of each embedding dimension, all dimensions from one forward pass a
 * neuron and order. The attributions of a dimension sum to f_c(x) - f_c(b).
 *
 * <p>Every sample has orders of its own, so the noise of few orders averages out in a map of many
 * samples. Where all samples share ten orders, as they do in Captum, it does not.
 *
 * <p><b>Use</b> where neurons say the same or act together. <b>Do not use</b> it for a map of
 * connections on data that are centred: as with integrated gradients, a neuron near the baseline
 * gets nothing however strongly it is bound.
 *
 * @param permutations orders for each sample, at least 1
 * @param baseline b
 * @param groups which inputs come together: {@code cells}, or {@code features} for a neuron's whole
 *     window
 */
public record NeuronShapleySampling(int permutations, Baseline baseline, FeatureGroups groups)
        implements EmbeddingMethod {

    /** Ten orders of single inputs from zeros. */
    public NeuronShapleySampling() {
        this(10, Baseline.zeros(), FeatureGroups.cells());
    }

    /** Validates. */
    public NeuronShapleySampling {
        method(permutations, baseline, groups).name();
    }

    @Override
    public String name() {
        return "neuron-shapley-sampling";
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
        return new NeuronAttribution(method(permutations, baseline, groups));
    }

    private static ShapleyValueSampling method(
            int permutations, Baseline baseline, FeatureGroups groups) {
        return new ShapleyValueSampling(
                permutations, Output.LOGIT, baseline, groups, GroupShare.WHOLE);
    }
}
