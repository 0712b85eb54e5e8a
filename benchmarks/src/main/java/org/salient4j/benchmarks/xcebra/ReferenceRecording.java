package org.salient4j.benchmarks.xcebra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.data.NumberTable;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.synthetic.latent.NamedRange;

/**
 * A recording from a CSV file with the latents in columns {@code z0}, {@code z1}, … and the neurons
 * in {@code x0}, {@code x1}, …: the first half of the latents drives all neurons and is not
 * observed, the second half drives the second half of the neurons and is what the labels are.
 */
final class ReferenceRecording {
    private ReferenceRecording() {}

    /**
     * @throws InvalidInputException if the file cannot be read, or has not two latents and neurons
     *     or an odd number of them
     */
    static KnownRecording read(Path file) {
        NumberTable table = NumberTable.read(file);
        if (table.columns().isEmpty()) {
            throw new InvalidInputException(
                    file
                            + " must be a .csv file whose first line names the columns z0, z1, …"
                            + " and x0, x1, …; it has no names");
        }
        INDArray latents = table.numbered("z", file);
        INDArray neurons = table.numbered("x", file);
        int d = halves(file, "latents z", latents);
        int n = halves(file, "neurons x", neurons);
        boolean[][] truth = new boolean[2 * d][2 * n];
        for (int latent = 0; latent < 2 * d; latent++) {
            Arrays.fill(truth[latent], latent < d ? 0 : n, 2 * n, true);
        }
        return new KnownRecording(
                neurons,
                latents,
                truth,
                List.of(new NamedRange("z1", 0, d), new NamedRange("z2", d, 2 * d)));
    }

    /**
     * Reads every file as a run would.
     *
     * @throws InvalidInputException if one cannot be read, a column never changes, there are too
     *     few rows for the setup, or not all have the same columns
     */
    static void check(List<String> files, XcebraSetup setup) {
        KnownRecording first = null;
        for (String each : files) {
            Path file = Path.of(each);
            KnownRecording recording = read(file);
            requireChange(file, "z", recording.latents());
            requireChange(file, "x", recording.neurons());
            if (recording.samples() < XcebraSetup.FEWEST_SAMPLES) {
                throw new InvalidInputException(
                        "%s must have at least %d rows of numbers, has %d"
                                .formatted(file, XcebraSetup.FEWEST_SAMPLES, recording.samples()));
            }
            setup.requireBatch(each, recording.samples());
            first = first == null ? recording : first;
            if (!columns(recording).equals(columns(first))) {
                throw new InvalidInputException(
                        "recordings of a run must have the same columns: %s has %s, %s has %s"
                                .formatted(files.get(0), columns(first), file, columns(recording)));
            }
        }
    }

    private static String columns(KnownRecording recording) {
        return "%d latents and %d neurons"
                .formatted(recording.latentCount(), recording.neuronCount());
    }

    /** A constant neuron has no scale and a constant latent no R². */
    private static void requireChange(Path file, String prefix, INDArray columns) {
        for (int i = 0; i < columns.size(1); i++) {
            INDArray column = columns.getColumn(i);
            if (column.maxNumber().doubleValue() == column.minNumber().doubleValue()) {
                throw new InvalidInputException(
                        "%s: column %s%d is %s in every row; latents and neurons must change"
                                .formatted(file, prefix, i, column.getDouble(0)));
            }
        }
    }

    private static int halves(Path file, String what, INDArray columns) {
        int count = (int) columns.size(1);
        if (count % 2 != 0) {
            throw new InvalidInputException(
                    "%s must have an even number of %s, of which the second half is one group; it has %d"
                            .formatted(file, what, count));
        }
        return count / 2;
    }

    /** SHA-256 of the file. */
    static String digest(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
