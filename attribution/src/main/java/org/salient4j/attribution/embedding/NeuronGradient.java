package org.salient4j.attribution.embedding;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Gradient;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * The encoder's Jacobian, J[s, c, i] = ∂f_c/∂x_i at each sample: one reverse pass for each
 * embedding dimension, samples in batches.
 *
 * <p><b>Use</b> as the first look: how each neuron moves the embedding. <b>Do not use</b> it to ask
 * which neurons a latent drives: that is the inverse question ({@link InvertedNeuronGradient}), and
 * an encoder may read one neuron and ignore another that carries the same. Without a penalty on the
 * Jacobian, directions in which data never vary keep what the initialisation left there.
 */
public record NeuronGradient() implements EmbeddingMethod {
    private static final NeuronAttribution EACH = new NeuronAttribution(new Gradient());

    @Override
    public String name() {
        return "neuron-gradient";
    }

    @Override
    public MethodDescriptor descriptor() {
        return EACH.descriptor();
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        return EACH.attribute(encoder, x, seed);
    }
}
