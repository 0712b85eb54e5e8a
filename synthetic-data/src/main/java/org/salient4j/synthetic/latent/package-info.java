/**
 * Recordings of neurons that are driven by known latents: the truth that attribution maps of
 * embeddings are measured against.
 *
 * <p>A {@link org.salient4j.synthetic.latent.LatentGenerator} draws a trajectory of latents and
 * what the neurons answer to it. With the {@link org.salient4j.synthetic.latent.LatentRecording}
 * comes the map from latents to neurons itself, so that which neuron depends on which latent is
 * known, and by how much at each sample.
 *
 * <pre>{@code
 * LatentRecording recording = new LatentDynamics().generate(4000, new SplittableRandom(7));
 * INDArray neurons = recording.neurons(); // [4000, 50]
 * boolean[][] truth = recording.truth(); // [6][50]
 * }</pre>
 *
 * <p>Generators are found by {@link java.util.ServiceLoader}: a new one is a record with a public
 * constructor without arguments and a line in {@code META-INF/services}.
 *
 * <p>Source: Schneider et al., <em>Time-series attribution maps with regularized contrastive
 * learning</em>, AISTATS 2025.
 */
package org.salient4j.synthetic.latent;
