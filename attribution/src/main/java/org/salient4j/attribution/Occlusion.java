package org.salient4j.attribution;

import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.Output;

/**
 * Occlusion: a window slides over the sample, and f(x) - f(x with the window at the baseline) is
 * given to the window's cells; a cell gets the mean over the windows that cover it (Zeiler and
 * Fergus 2014).
 *
 * <p>Windows start at every {@code stride}-th place; the last one is cut where it would stand out.
 * Without a window, one time step of a series is occluded after another, or one cell where an
 * example has a single axis.
 *
 * <p><b>Use</b> where neighbouring cells belong together and one of them alone is not missed:
 * images, smooth series. <b>Do not use</b> it for sharp maps: nothing finer than the window shows,
 * and the window's size decides what is found. Groups of any other form are {@link
 * FeatureAblation}'s.
 *
 * @param window size along each axis of an example, 0 for the whole axis, such as [5, 0] for five
 *     time steps or [0, 4, 4] for a square of an image with all channels; empty for [1, 0]
 * @param stride step along each axis, at most the window's size there; empty for 1 everywhere
 * @param output f
 * @param baseline what takes the place of what is occluded
 */
public record Occlusion(
        List<Integer> window, List<Integer> stride, Output output, Baseline baseline)
        implements AttributionMethod {

    /** One time step after another set to 0, of the logit. */
    public Occlusion() {
        this(List.of(), List.of(), Output.LOGIT, Baseline.zeros());
    }

    /** Validates. */
    public Occlusion {
        window = List.copyOf(window);
        stride = List.copyOf(stride);
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(baseline, "baseline");
        if (window.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException(
                    "window must have sizes of at least 0 (0 is the whole axis), was " + window);
        }
        if (stride.stream().anyMatch(step -> step < 1)) {
            throw new IllegalArgumentException(
                    "stride must have steps of at least 1, was " + stride);
        }
    }

    /** The same from another baseline. */
    public Occlusion from(Baseline other) {
        return new Occlusion(window, stride, output, other);
    }

    @Override
    public String name() {
        return "occlusion";
    }

    @Override
    public MethodDescriptor descriptor() {
        return new MethodDescriptor(
                "Occlusion",
                false,
                baseline.stochastic(),
                "1 forward pass + 1 for each window",
                "Zeiler, Fergus: Visualizing and understanding convolutional networks, ECCV 2014",
                "where neighbouring cells belong together and one alone is not missed",
                "for sharp maps: nothing finer than the window shows");
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
        CellGroups windows =
                CellGroups.of(SlidingWindow.groups(samples.model().inputShape(), window, stride));
        return Ablation.run(
                samples, baseline.values(samples, seed), windows, explained, GroupShare.WHOLE);
    }
}
