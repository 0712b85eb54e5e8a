package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Scaled hyperbolic tangent, y = s tanh(x), which bounds a network's outputs by ±s smoothly.
 *
 * @param scale s, positive; 1 is the plain tangent
 */
public record Tanh(double scale) implements Elementwise {

    /** The plain tangent. */
    public Tanh() {
        this(1);
    }

    /** Validates the scale. */
    public Tanh {
        Sizes.positiveNumber("scale", scale);
    }

    @Override
    public Linearised linearise(Scope scope, SDVariable x) {
        SameDiff graph = scope.graph();
        SDVariable tanh = graph.math().tanh(x);
        // Not ND4J's derivative op, which cannot be differentiated again.
        return new Linearised(scaled(tanh), () -> scaled(tanh.mul(tanh).rsub(1)));
    }

    private SDVariable scaled(SDVariable y) {
        return scale == 1 ? y : y.mul(scale);
    }
}
