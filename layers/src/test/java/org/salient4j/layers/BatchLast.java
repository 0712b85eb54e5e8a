package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** A layer over [C, T, B] as one over [B, T, C]. */
record BatchLast(TangentLayer layer) implements TangentLayer {
    @Override
    public Dual forward(Scope scope, Dual x) {
        return layer.forward(scope, x.linear(a -> turned(scope, a))).linear(a -> turned(scope, a));
    }

    private static SDVariable turned(Scope scope, SDVariable x) {
        return scope.graph().permute(x, 2, 1, 0);
    }
}
