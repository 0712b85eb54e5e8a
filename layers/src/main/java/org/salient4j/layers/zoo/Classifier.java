package org.salient4j.layers.zoo;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Scope;

/** A network whose outputs are logits, one a class. */
public interface Classifier extends Architecture {

    /** Number of classes. */
    int classes();

    /**
     * Adds a tower.
     *
     * @param scope the graph, parameters and mode
     * @param x [B, inputShape…]
     * @return logits [B, classes]
     */
    SDVariable logits(Scope scope, SDVariable x);

    @Override
    default int outputs() {
        return classes();
    }

    @Override
    default SDVariable output(Scope scope, SDVariable x) {
        return logits(scope, x);
    }
}
