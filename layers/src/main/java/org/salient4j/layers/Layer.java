package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/** A part of a network: adds its ops to the scope's graph and returns its output. */
@FunctionalInterface
public interface Layer {

    /**
     * Adds this layer's ops.
     *
     * @param scope the graph, parameters and mode
     * @param x the input, shape as the layer documents
     * @return the output
     */
    SDVariable forward(Scope scope, SDVariable x);
}
