package org.salient4j.attribution;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * The gradient of the output with respect to the input, ∂f/∂x: how fast the output changes with
 * each cell, at the sample itself (Simonyan et al. 2014).
 *
 * <p><b>Use</b> as the first look and the cheapest reference: one backward pass, no settings that
 * matter. <b>Do not use</b> it to ask how much of the output a cell accounts for: it does not sum
 * to anything, it vanishes where the network saturates, and in recurrent networks it fades with the
 * distance from the last step.
 *
 * @param output what is differentiated
 * @param absolute whether to give |∂f/∂x| instead of the signed gradient
 */
public record Gradient(Output output, boolean absolute) implements AttributionMethod {

    /** The signed gradient of the logit. */
    public Gradient() {
        this(Output.LOGIT, false);
    }

    /** Validates. */
    public Gradient {
        Objects.requireNonNull(output, "output");
    }

    @Override
    public String name() {
        return "gradient";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                absolute ? "Gradient, absolute" : "Gradient",
                false,
                false,
                "1 gradient",
                "Simonyan, Vedaldi, Zisserman: Deep inside convolutional networks, ICLR 2014",
                "a first look and the cheapest reference; sensitivity at the sample",
                "where the network saturates, or to ask what share of the output a cell makes up");
    }

    @Override
    public Attribution attribute(DifferentiableModel model, INDArray x, int[] targets, Seed seed) {
        Samples samples = Samples.of(model, x, targets);
        int cells = samples.cells();
        double[] result = new double[samples.values().length];
        Aggregate aggregate = absolute ? Aggregate.ABSOLUTE : Aggregate.SIGNED;
        GradientCalls.run(
                samples,
                1,
                output,
                (b, i, row) -> System.arraycopy(samples.values(), b * cells, row, 0, cells),
                (b, i, gradient) -> {
                    for (int c = 0; c < cells; c++) {
                        result[b * cells + c] = aggregate.of(gradient[c]);
                    }
                });
        return new Attribution(samples.array(result), samples.targets());
    }
}
