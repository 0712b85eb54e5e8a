package org.salient4j.framework.contrastive;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.graph.HostRows;
import org.salient4j.framework.network.Network;

/** A trained encoder's answer to a recording, in calls of bounded size. */
public final class Embeddings {
    private static final int BATCH = 1000;

    private Embeddings() {}

    /**
     * Embeds every step of a recording; windows do not cross the ends of trials.
     *
     * @param network an encoder
     * @param recording what is embedded
     * @return [T, C], of the network's type
     * @throws org.salient4j.framework.InvalidInputException if the network does not fit
     */
    public static INDArray of(Network network, NeuralRecording recording) {
        Windows.requireFits(recording, network, "given");
        int steps = recording.steps();
        INDArray all =
                Nd4j.createUninitialized(
                        network.dataType(), new long[] {steps, network.outputs()}, 'c');
        HostRows rows = HostRows.writing(all);
        double[] row = new double[network.outputs()];
        for (int from = 0; from < steps; from += BATCH) {
            int[] part = IntStream.range(from, Math.min(steps, from + BATCH)).toArray();
            INDArray embedded = network.output(windows(network, recording, part));
            HostRows read = HostRows.reading(embedded);
            for (int i = 0; i < embedded.size(0); i++) {
                read.read(i, row);
                rows.write(from + i, row);
            }
        }
        return all;
    }

    /**
     * The windows that an encoder sees of some steps of a recording.
     *
     * @param network an encoder
     * @param recording the recording
     * @param steps which
     * @return [steps, left + right, n], of the network's type
     */
    public static INDArray windows(Network network, NeuralRecording recording, int[] steps) {
        Windows.requireFits(recording, network, "given");
        INDArray batch = Windows.batch(network, steps.length);
        new Windows(recording, network).copy(steps, HostRows.writing(batch), 0);
        return batch;
    }
}
