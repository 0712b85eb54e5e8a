package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.attribution.embedding.EmbeddingAttribution;
import org.salient4j.attribution.embedding.EmbeddingMethod;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.contrastive.Embeddings;
import org.salient4j.framework.contrastive.NeuralRecording;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.data.NumberTable;
import org.salient4j.framework.network.Network;

/**
 * An encoder's attributions to the neurons of a recording: what the command {@code explain} does
 * with a method of embeddings.
 *
 * @param network the encoder
 * @param method how
 * @param samples how many steps are explained, drawn at random; all if there are fewer
 * @param seed of the steps, and of what the method draws
 */
record EncoderExplanation(Network network, EmbeddingMethod method, int samples, Seed seed) {

    EncoderExplanation {
        if (samples < 1) {
            throw new InvalidInputException("samples must be at least 1, was " + samples);
        }
    }

    /**
     * @param file the recording, .npy or .csv
     * @param trials first step of every trial: no window crosses their ends
     */
    EmbeddingAttribution of(Path file, int... trials) {
        NeuralRecording recording =
                new NeuralRecording(NumberTable.read(file).values()).withTrials(trials);
        int[] order = Examples.shuffled(recording.steps(), seed.child("steps"));
        int count = method.perSample() ? Math.min(samples, order.length) : order.length;
        int[] steps = Arrays.copyOf(order, count);
        Arrays.sort(steps);
        // The rounding of float would be blown up by an inverse.
        Network exact = network.copyAs(DataType.DOUBLE);
        INDArray windows = Embeddings.windows(exact, recording, steps);
        return method.attribute(exact, windows, seed.child("method"));
    }
}
