/**
 * Layers: where a network's ops come from. A {@link org.salient4j.layers.Layer} adds its ops to the
 * graph of a {@link org.salient4j.layers.Scope}; the same layer called twice in one scope shares
 * its parameters and makes two towers.
 */
package org.salient4j.layers;
