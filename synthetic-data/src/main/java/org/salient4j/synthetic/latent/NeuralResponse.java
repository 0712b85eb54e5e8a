package org.salient4j.synthetic.latent;

/**
 * What neurons are expected to answer to latents: the map {@code g} of a generator, with its
 * derivative.
 */
public interface NeuralResponse {

    /** Returns the number of latents, d. */
    int latents();

    /** Returns the number of neurons, n. */
    int neurons();

    /**
     * Returns the activity without noise.
     *
     * @param z the latents of one sample, {@code [d]}
     * @return {@code [n]}, in the units of the recording
     * @throws IllegalArgumentException if there are not d latents
     */
    double[] expected(double[] z);

    /**
     * Returns the derivative of {@link #expected}, exact by the chain rule.
     *
     * @param z the latents of one sample, {@code [d]}
     * @return {@code ∂g_i/∂z_j} at {@code [i][j]}, {@code [n][d]}; exactly 0 wherever the truth is
     *     false
     * @throws IllegalArgumentException if there are not d latents
     */
    double[][] jacobian(double[] z);

    /**
     * Returns which latent drives which neuron: true where the derivative is not 0 everywhere.
     *
     * @return {@code [d][n]}, a copy
     */
    boolean[][] truth();
}
