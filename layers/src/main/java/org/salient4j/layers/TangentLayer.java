package org.salient4j.layers;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A layer that also carries a tangent. The value is that of the ordinary forward pass, op for op,
 * and the parameters are the scope's, as ever.
 */
public interface TangentLayer extends Layer {

    /**
     * Adds this layer's ops, and those of the tangent if there is one.
     *
     * @param scope the graph, parameters and mode
     * @param x the input, shapes as the layer documents
     * @return the output; with a tangent if the input has one
     */
    Dual forward(Scope scope, Dual x);

    @Override
    default SDVariable forward(Scope scope, SDVariable x) {
        return forward(scope, Dual.constant(x)).value();
    }
}
