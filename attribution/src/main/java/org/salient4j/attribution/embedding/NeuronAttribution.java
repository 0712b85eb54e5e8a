package org.salient4j.attribution.embedding;

import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;

/**
 * Any attribution method, of every dimension of an embedding: a(f_c, x) for c = 1 … C. The neuron
 * methods of this package are this with a method and its settings.
 *
 * <pre>{@code
 * EmbeddingMethod method = new NeuronAttribution(new SmoothGrad());
 * }</pre>
 *
 * @param method the method; of the output itself ({@code LOGIT}), since an embedding's dimensions
 *     are not classes
 */
public record NeuronAttribution(AttributionMethod method) implements EmbeddingMethod {

    /** Validates. */
    public NeuronAttribution {
        Objects.requireNonNull(method, "method");
    }

    @Override
    public String name() {
        return "neuron-" + method.name();
    }

    /** The method's, for every dimension. */
    @Override
    public MethodDescriptor descriptor() {
        MethodDescriptor one = method.descriptor();
        return descriptor(one.cost() + " for each dimension");
    }

    /**
     * @param cost of all dimensions
     */
    MethodDescriptor descriptor(String cost) {
        MethodDescriptor one = method.descriptor();
        return new MethodDescriptor(
                one.title() + " of each dimension",
                one.completeness(),
                one.stochastic(),
                cost,
                one.citation(),
                one.use(),
                one.avoid());
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        return new EmbeddingAttribution(
                method.attributeEveryOutput(encoder, x, seed).castTo(DataType.DOUBLE));
    }
}
