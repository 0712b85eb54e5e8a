/**
 * Layers: where a network's ops come from. A {@link org.salient4j.layers.Layer} adds its ops to the
 * graph of a {@link org.salient4j.layers.Scope}; the same layer called twice in one scope shares
 * its parameters and makes two towers.
 *
 * <p>A {@link org.salient4j.layers.TangentLayer} also carries the derivative along a direction of
 * the input, a {@link org.salient4j.layers.Dual}; every layer here is one, because SameDiff cannot
 * differentiate twice and a penalty on a Jacobian needs derivatives that can be differentiated.
 */
package org.salient4j.layers;
