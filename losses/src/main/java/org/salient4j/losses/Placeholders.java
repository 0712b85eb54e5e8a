package org.salient4j.losses;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/** The placeholders every objective declares. */
final class Placeholders {
    private Placeholders() {}

    static SDVariable batch(String name, Architecture architecture, Scope scope) {
        long[] example = architecture.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = -1;
        System.arraycopy(example, 0, shape, 1, example.length);
        return scope.graph().placeHolder(name, scope.dataType(), shape);
    }

    static SDVariable labels(Architecture architecture, Scope scope) {
        return scope.graph()
                .placeHolder(Objective.LABELS, scope.dataType(), -1, architecture.outputs());
    }
}
