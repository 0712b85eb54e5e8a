package org.salient4j.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.contrastive.NeuralRecording;
import org.salient4j.framework.data.NumberTable;
import org.salient4j.framework.graph.HostArray;
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

    @Option(
            names = "--trials",
            paramLabel = "FILE",
            description =
                    "First steps of the trials, from 0, .npy or .csv; nothing reaches across their"
                            + " ends (default: one trial).")
    private Path trials;

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
        return new NeuralRecording(x, c, trials == null ? new int[] {0} : starts());
    }

    private int[] starts() {
        double[] numbers = HostArray.doubles(NumberTable.read(trials).values());
        for (double number : numbers) {
            if (number != Math.rint(number) || number < 0 || number > Integer.MAX_VALUE) {
                throw new InvalidInputException(
                        "%s must hold whole numbers from 0, found %s".formatted(trials, number));
            }
        }
        return Arrays.stream(numbers).mapToInt(number -> (int) number).toArray();
    }
}
