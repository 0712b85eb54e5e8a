package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** A layer over [C, T, B] as one over [B, T, C]. */
record BatchLast(Layer layer) implements Layer {
    @Override
    public SDVariable forward(Scope scope, SDVariable x) {
        SDVariable turned = scope.graph().permute(x, 2, 1, 0);
        return scope.graph().permute(layer.forward(scope, turned), 2, 1, 0);
    }
}
