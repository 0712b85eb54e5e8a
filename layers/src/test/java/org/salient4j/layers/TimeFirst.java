package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** A layer over [T, B, C] as one over [B, T, C]. */
record TimeFirst(TangentLayer layer) implements TangentLayer {
    @Override
    public Dual forward(Scope scope, Dual x) {
        return layer.forward(scope, x.linear(a -> turned(scope, a))).linear(a -> turned(scope, a));
    }

    private static SDVariable turned(Scope scope, SDVariable x) {
        return scope.graph().permute(x, 1, 0, 2);
    }
}
