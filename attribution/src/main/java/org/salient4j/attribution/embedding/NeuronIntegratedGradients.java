package org.salient4j.attribution.embedding;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Baseline;
import org.salient4j.attribution.IntegratedGradients;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.attribution.QuadratureRule;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * {@link IntegratedGradients} of each embedding dimension: (x - b) ∫₀¹ ∂f_c/∂x (b + α(x - b)) dα.
 * The attributions of a dimension sum to f_c(x) - f_c(b).
 *
 * <p><b>Use</b> where a dimension's own value has to be accounted for. <b>Do not use</b> it for a
 * map of connections on data that are centred: a neuron near the baseline gets nothing however
 * strongly it is bound, and the map costs a gradient for each node and dimension.
 *
 * @param steps nodes of the integral
 * @param rule which nodes and weights
 * @param baseline b
 */
public record NeuronIntegratedGradients(int steps, QuadratureRule rule, Baseline baseline)
        implements EmbeddingMethod {

    /** 50 Gauss-Legendre nodes from zeros. */
    public NeuronIntegratedGradients() {
        this(50, QuadratureRule.GAUSS_LEGENDRE, Baseline.zeros());
    }

    /** Validates. */
    public NeuronIntegratedGradients {
        new IntegratedGradients(steps, rule, Output.LOGIT, baseline).name();
    }

    @Override
    public String name() {
        return "neuron-integrated-gradients";
    }

    @Override
    public MethodDescriptor descriptor() {
        return each().descriptor();
    }

    @Override
    public EmbeddingAttribution attribute(DifferentiableModel encoder, INDArray x, Seed seed) {
        return each().attribute(encoder, x, seed);
    }

    private NeuronAttribution each() {
        return new NeuronAttribution(new IntegratedGradients(steps, rule, Output.LOGIT, baseline));
    }
}
