package org.salient4j.layers.zoo;

import org.salient4j.layers.Dual;
import org.salient4j.layers.Scope;

/**
 * A network that also carries tangents: t = J u for directions u of its input, made of ops that can
 * be differentiated by the parameters. A penalty on the Jacobian needs it, since SameDiff cannot
 * differentiate a gradient: with independent u of mean 0 and unit variance, E|t|² = ‖J‖².
 */
public interface TangentArchitecture extends Architecture {

    /**
     * Adds a tower.
     *
     * @param scope the graph, parameters and mode
     * @param x [B, inputShape…], value and direction
     * @return outputs [B, outputs], those of {@link #output(Scope,
     *     org.nd4j.autodiff.samediff.SDVariable)}, and their tangents
     */
    Dual output(Scope scope, Dual x);
}
