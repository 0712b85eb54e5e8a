package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Clips every element to [-a, b]; nothing flows through an element outside. It bounds a network's
 * outputs, at the price of Jacobian rows of zeros where they saturate: watch how many do.
 *
 * @param below a, positive
 * @param above b, positive
 */
public record HardClip(double below, double above) implements Elementwise {

    /** Validates the bounds. */
    public HardClip {
        Sizes.positiveNumber("below", below);
        Sizes.positiveNumber("above", above);
    }

    @Override
    public Linearised linearise(Scope scope, SDVariable x) {
        SDVariable y = scope.graph().clipByValue(x, -below, above);
        return new Linearised(y, () -> x.eq(y).castTo(scope.dataType()));
    }
}
