/**
 * Attribution of an embedding: how each input neuron moves each dimension that an encoder gives.
 *
 * <p>{@link org.salient4j.attribution.embedding.EmbeddingMethod} is the family. The neuron methods
 * are ordinary attribution methods of every output at once; the {@linkplain
 * org.salient4j.attribution.embedding.InvertedNeuronGradient inverted neuron gradient} turns the
 * Jacobian round. What comes out is one matrix a sample, and its mean magnitude over the samples is
 * the {@linkplain org.salient4j.attribution.embedding.AttributionMap map} that is compared with the
 * truth.
 */
package org.salient4j.attribution.embedding;
