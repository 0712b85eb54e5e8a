package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Softmax over one axis, p = exp(x) / Σ exp(x), with the tangent p (t - Σ p t).
 *
 * @param axis from 0, the batch axis, which it cannot be
 */
public record Softmax(int axis) implements TangentLayer {

    /** Validates the axis. */
    public Softmax {
        Sizes.positive("axis", axis);
    }

    @Override
    public Dual forward(Scope scope, Dual x) {
        SDVariable p = scope.graph().nn().softmax(x.value(), axis);
        return x.moved(
                p,
                t -> {
                    SDVariable weighted = p.mul(t);
                    return weighted.sub(p.mul(weighted.sum(true, axis)));
                });
    }
}
