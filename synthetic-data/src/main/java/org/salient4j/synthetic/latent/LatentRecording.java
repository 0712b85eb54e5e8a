package org.salient4j.synthetic.latent;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.synthetic.Require;

/**
 * Latents over time, the neurons they drive, and the map between them. The arrays are handed out as
 * they are, not copied: treat them as read-only. Equality is that of the array objects, not of
 * their values.
 *
 * @param latents {@code z}, {@code [T, d]}, DOUBLE, in order of time
 * @param neurons {@code x = g(z) + noise}, {@code [T, n]}, DOUBLE
 * @param response the map {@code g}
 * @param latentBlocks the latents that belong together
 * @param neuronBlocks the neurons that belong together
 */
public record LatentRecording(
        INDArray latents,
        INDArray neurons,
        NeuralResponse response,
        List<NamedRange> latentBlocks,
        List<NamedRange> neuronBlocks) {

    /**
     * @throws IllegalArgumentException if the parts do not fit each other
     */
    public LatentRecording {
        Require.present("response", response);
        requireMatrix("latents", latents, response.latents());
        requireMatrix("neurons", neurons, response.neurons());
        if (latents.size(0) != neurons.size(0)) {
            throw new IllegalArgumentException(
                    String.format(
                            "latents and neurons must hold the same samples, held %d and %d",
                            latents.size(0), neurons.size(0)));
        }
        latentBlocks = List.copyOf(Require.present("latentBlocks", latentBlocks));
        neuronBlocks = List.copyOf(Require.present("neuronBlocks", neuronBlocks));
        NamedRange.requireCover("latents", latentBlocks, response.latents());
        NamedRange.requireCover("neurons", neuronBlocks, response.neurons());
    }

    /** Returns the number of samples, T. */
    public int samples() {
        return (int) latents.size(0);
    }

    /**
     * Returns the latents of one sample.
     *
     * @param sample 0 to T - 1
     * @return {@code [d]}
     */
    public double[] latentsAt(int sample) {
        double[] z = new double[response.latents()];
        for (int j = 0; j < z.length; j++) {
            z[j] = latents.getDouble(sample, j);
        }
        return z;
    }

    /**
     * Returns the derivative of the neurons by the latents at one sample.
     *
     * @param sample 0 to T - 1
     * @return {@code [n][d]}, see {@link NeuralResponse#jacobian}
     */
    public double[][] jacobian(int sample) {
        return response.jacobian(latentsAt(sample));
    }

    /**
     * Returns which latent drives which neuron.
     *
     * @return {@code [d][n]}, see {@link NeuralResponse#truth}
     */
    public boolean[][] truth() {
        return response.truth();
    }

    private static void requireMatrix(String name, INDArray array, int columns) {
        Require.present(name, array);
        if (array.rank() != 2 || array.size(1) != columns || array.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s must be DOUBLE [T, %d], was %s %s",
                            name, columns, array.dataType(), Arrays.toString(array.shape())));
        }
    }
}
