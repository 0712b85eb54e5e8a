/**
 * Encoders: networks from a window of a series to an embedding, with tangents for a penalty on the
 * Jacobian. An {@link org.salient4j.layers.encoder.Encoder} is a validated record like every
 * architecture; {@link org.salient4j.layers.encoder.CebraModels} gives those that CEBRA knows by
 * name.
 */
package org.salient4j.layers.encoder;
