package org.salient4j.layers;

/** A layer over [B · T, F] as one over [B, T, F]. */
record StepsAsRows(TangentLayer layer, int timeSteps, int features) implements TangentLayer {
    @Override
    public Dual forward(Scope scope, Dual x) {
        return layer.forward(scope, x.linear(a -> scope.graph().reshape(a, -1, features)))
                .linear(a -> scope.graph().reshape(a, -1, timeSteps, features));
    }
}
