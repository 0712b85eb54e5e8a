package org.salient4j.framework.examples;

import org.nd4j.autodiff.listeners.At;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.saliency.SaliencyGuidedListener;
import org.salient4j.framework.saliency.SaliencyGuidedOptions;

/** Raises λ from 0 to its full weight over the first steps: one overridden step, nothing else. */
public final class WarmUpListenerExample extends SaliencyGuidedListener {
    private final int steps;

    public WarmUpListenerExample(
            DifferentiableModel model, SaliencyGuidedOptions options, Seed seed, int steps) {
        super(model, options, seed);
        this.steps = steps;
    }

    @Override
    protected double lambda(At at) {
        return super.lambda(at) * Math.min(1, (double) at.iteration() / steps);
    }
}
