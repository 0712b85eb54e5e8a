package org.salient4j.app;

import java.nio.file.Path;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.contrastive.NeuralRecording;
import org.salient4j.framework.data.NumberTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files of a recording of neurons. */
final class RecordingFiles {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "The neurons, a row a time step: .npy [T,n], or .csv with or without a line of"
                            + " names.")
    private Path data;

    @Mixin private TrialsOption trials;

    /** The recording without labels. */
    NeuralRecording read() {
        return read(null);
    }

    /**
     * @param labels a file of labels, a row a time step; null for none
     */
    NeuralRecording read(Path labels) {
        INDArray x = NumberTable.read(data).values();
        INDArray c = labels == null ? null : NumberTable.read(labels).values();
        return new NeuralRecording(x, c, trials.starts());
    }
}
