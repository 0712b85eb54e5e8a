package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** A layer that also gives the way back through it as forward ops. */
public interface AdjointLayer extends TangentLayer {

    /**
     * Adds this layer's ops.
     *
     * @param scope the graph, parameters and mode
     * @param x the input, shape as the layer documents
     * @return the output and the way back from it
     */
    Pullback pullback(Scope scope, SDVariable x);
}
