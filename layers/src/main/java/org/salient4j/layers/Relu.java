package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** Rectified linear unit, y = max(x, 0); nothing flows through an element at or below 0. */
public record Relu() implements Elementwise {

    @Override
    public Linearised linearise(Scope scope, SDVariable x) {
        return new Linearised(
                scope.graph().nn().relu(x, 0), () -> x.gt(0).castTo(scope.dataType()));
    }
}
