/**
 * How good an embedding is, and how well an attribution map of it finds which neuron depends on
 * which latent.
 *
 * <p>Maps: a {@link org.salient4j.benchmarks.embedding.MapWithTruth} is scored by the members of
 * {@link org.salient4j.benchmarks.embedding.MapAuRoc} and by {@link
 * org.salient4j.benchmarks.embedding.MapGaps}. The map itself is the mean over samples of
 * |attribution|, which {@link org.salient4j.benchmarks.embedding.SampleMaps} takes; what chance
 * would score says {@link org.salient4j.benchmarks.embedding.TruthShuffle}, and what a control
 * training would, {@link org.salient4j.benchmarks.embedding.NullMap}.
 *
 * <p>Embeddings: {@link org.salient4j.benchmarks.embedding.EmbeddingQuality} holds them against the
 * latents by linear regression, {@link org.salient4j.benchmarks.embedding.Consistency} against each
 * other, and {@link org.salient4j.benchmarks.embedding.NearestNeighbours} decodes labels from them.
 * Compare maps only of embeddings that hold the latents: an R² near 1 of the labelled latents is
 * the gate.
 *
 * <p>{@code NaN} stands for a score that does not exist, such as the R² of a constant.
 *
 * <p>Source: Schneider et al., <em>Time-series attribution maps with regularized contrastive
 * learning</em>, AISTATS 2025.
 */
package org.salient4j.benchmarks.embedding;
