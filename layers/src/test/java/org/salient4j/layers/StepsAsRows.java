package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** A layer over [B · T, F] as one over [B, T, F]. */
record StepsAsRows(Layer layer, int timeSteps, int features) implements Layer {
    @Override
    public SDVariable forward(Scope scope, SDVariable x) {
        SDVariable rows = scope.graph().reshape(x, -1, features);
        return scope.graph().reshape(layer.forward(scope, rows), -1, timeSteps, features);
    }
}
