package org.salient4j.attribution;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpyFile;

/**
 * An array handed over in memory, or by the name of a {@code .npy} file that is read when needed.
 * Its text is {@code @b.npy}, or shape and digest of the values for one in memory: enough for a
 * provenance to tell two apart, not to read it back.
 */
final class GivenArray {
    private static final String IN_MEMORY = "array";

    private final String text;
    private final INDArray array;
    private final Path file;

    private GivenArray(String text, INDArray array, Path file) {
        this.text = text;
        this.array = array;
        this.file = file;
    }

    static GivenArray of(INDArray array) {
        double[] values = HostArray.doubles(array);
        String shape = Arrays.toString(array.shape()).replace(" ", "");
        return new GivenArray(IN_MEMORY + shape + "#" + digest(values), array.dup('c'), null);
    }

    static GivenArray of(Path file) {
        return new GivenArray("@" + file, null, file);
    }

    /**
     * @param label what the array is, for errors
     * @param text {@code @file.npy}
     */
    static GivenArray parse(String label, String text) {
        String name = text.substring(1);
        if (name.isBlank()) {
            throw new InvalidInputException(
                    label + " '" + text + "' names no file: write @file.npy");
        }
        try {
            return of(Path.of(name));
        } catch (InvalidPathException e) {
            throw new InvalidInputException(
                    label + " '" + text + "' is not a file name: " + e.getReason());
        }
    }

    static boolean names(String text) {
        return text.startsWith("@");
    }

    static boolean wasInMemory(String text) {
        return text.startsWith(IN_MEMORY + "[");
    }

    String text() {
        return text;
    }

    INDArray read() {
        return file == null ? array : NpyFile.read(file);
    }

    /**
     * The values of an array that goes with samples.
     *
     * @param label what the array is, for errors
     * @return the cells of one row for all samples, or of one a sample
     */
    double[] rows(String label, Samples samples) {
        INDArray read = read();
        long[] shape = read.shape();
        boolean forAll =
                Arrays.equals(shape, samples.model().inputShape())
                        || Arrays.equals(shape, samples.shape(1));
        if (!forAll && !Arrays.equals(shape, samples.shape(samples.count()))) {
            throw new InvalidInputException(
                    "%s %s must have shape %s (for all) or %s (one a sample), has %s"
                            .formatted(
                                    label,
                                    text,
                                    Arrays.toString(samples.model().inputShape()),
                                    Arrays.toString(samples.shape(samples.count())),
                                    Arrays.toString(shape)));
        }
        double[] values = HostArray.doubles(read);
        Samples.requireFinite(label + " " + text, values, shape);
        return values;
    }

    private static String digest(double[] values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (double value : values) {
                digest.update((Double.toHexString(value) + ";").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
