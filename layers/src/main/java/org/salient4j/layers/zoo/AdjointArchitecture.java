package org.salient4j.layers.zoo;

import org.nd4j.autodiff.samediff.SDVariable;
import org.salient4j.layers.Pullback;
import org.salient4j.layers.Scope;

/**
 * A network that also gives the way back from its outputs as forward ops, so that vᵀ J can be
 * differentiated by the parameters. The unit vectors in turn give the whole Jacobian: the exact
 * penalty, at the price of a pass back for every output. For small dense networks with few outputs;
 * for others see {@link TangentArchitecture}.
 */
public interface AdjointArchitecture extends Architecture {

    /**
     * Adds a tower and keeps the way back, for any number of passes.
     *
     * @param scope the graph, parameters and mode
     * @param x [B, inputShape…]
     * @return outputs [B, outputs], those of {@link #output}; the way back leads from v [B,
     *     outputs], or [1, outputs] for one v of all examples, to vᵀ J [B, inputShape…]
     */
    Pullback pullback(Scope scope, SDVariable x);

    /**
     * Adds a tower and one pass back.
     *
     * @param scope the graph, parameters and mode
     * @param x [B, inputShape…]
     * @param v [B, outputs]
     * @return vᵀ J [B, inputShape…]
     */
    default SDVariable vjp(Scope scope, SDVariable x, SDVariable v) {
        return pullback(scope, x).apply(v);
    }
}
