package org.salient4j.app.extending;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.Attribution;
import org.salient4j.attribution.AttributionMethod;
import org.salient4j.attribution.MethodDescriptor;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * x · ∂f/∂x.
 *
 * @param output f
 */
public record InputTimesGradient(Output output) implements AttributionMethod {

    /** Of the logit. */
    public InputTimesGradient() {
        this(Output.LOGIT);
    }

    @Override
    public String name() {
        return "input-times-gradient";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Input times gradient",
                false,
                false,
                "1 gradient",
                "Shrikumar et al.: Not just a black box, 2016",
                "as integrated gradients with a single step",
                "where the network is far from linear");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        INDArray gradient = model.gradient(x, targets, output);
        return new Attribution(gradient.mul(x.castTo(gradient.dataType())), targets);
    }
}
