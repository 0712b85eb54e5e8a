package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/**
 * The input that stands for "nothing there", with which a method compares a sample.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code zeros}</td><td>all 0; the usual choice where 0 is neutral</td></tr>
 * <tr><td>{@code 0.5}</td><td>this constant</td></tr>
 * <tr><td>{@code uniform}</td><td>U(0, 1) noise, drawn for each sample (saliency guided training,
 *     Ismail et al. 2021)</td></tr>
 * <tr><td>{@code @b.npy}</td><td>the array of that file: one [..] or [1, ..] for all samples, or
 *     [B, ..] with one a sample, in the samples' order</td></tr>
 * <tr><td>{@code mean@data.npy}</td><td>the mean over the first axis of that array [N, ..], such as
 *     the training data: one for all samples</td></tr>
 * </table>
 *
 * <p>Attributions answer "why this output rather than the baseline's": a cell equal to its baseline
 * gets none, whatever it means. Where 0 carries information (a black digit on white), compare
 * several baselines.
 */
public final class Baseline {
    private static final String ZEROS = "zeros";
    private static final String UNIFORM = "uniform";
    private static final String MEAN = "mean";

    private final String text;
    private final Source source;

    /** Cells of the baseline of all samples. */
    @FunctionalInterface
    private interface Source {
        double[] values(Samples samples, Seed seed);
    }

    private Baseline(String text, Source source) {
        this.text = text;
        this.source = source;
    }

    /** All 0. */
    public static Baseline zeros() {
        return new Baseline(ZEROS, (samples, seed) -> new double[samples.values().length]);
    }

    /** U(0, 1) for each cell of each sample, from the seed and the sample's values. */
    public static Baseline uniform() {
        return new Baseline(UNIFORM, Baseline::drawn);
    }

    /** One number everywhere. */
    public static Baseline constant(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInputException("baseline must be finite, was " + value);
        }
        return new Baseline(
                Double.toString(value),
                (samples, seed) -> {
                    double[] values = new double[samples.values().length];
                    Arrays.fill(values, value);
                    return values;
                });
    }

    /**
     * @param array [..] or [1, ..] for all samples, or [B, ..] with one a sample; copied
     */
    public static Baseline of(INDArray array) {
        return given(GivenArray.of(array));
    }

    /**
     * @param file a {@code .npy} file with what {@link #of} takes, read when it is used
     */
    public static Baseline file(Path file) {
        return given(GivenArray.of(file));
    }

    /**
     * The mean over examples, cell by cell; not the mean over a sample's own cells.
     *
     * @param data [N, ..]
     */
    public static Baseline mean(INDArray data) {
        return mean(GivenArray.of(data));
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static Baseline parse(String text) {
        if (text.equalsIgnoreCase(ZEROS)) {
            return zeros();
        }
        if (text.equalsIgnoreCase(UNIFORM)) {
            return uniform();
        }
        if (GivenArray.names(text)) {
            return given(GivenArray.parse("baseline", text));
        }
        if (text.startsWith(MEAN + "@")) {
            return mean(GivenArray.parse("baseline", text.substring(MEAN.length())));
        }
        if (GivenArray.wasInMemory(text) || text.startsWith(MEAN + "array[")) {
            throw new InvalidInputException(
                    "baseline '" + text + "' was given in memory: write it to a file, @file.npy");
        }
        try {
            return constant(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "baseline must be zeros, uniform, a number, @file.npy or mean@data.npy, was '"
                            + text
                            + "'");
        }
    }

    /** Whether it is drawn from the seed. */
    public boolean stochastic() {
        return text.equals(UNIFORM);
    }

    /** Cells of the baseline of all samples. */
    double[] values(Samples samples, Seed seed) {
        return source.values(samples, seed.child("baseline"));
    }

    /** The text form; of an array given in memory, its shape and a digest. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Baseline && ((Baseline) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static Baseline given(GivenArray array) {
        return new Baseline(array.text(), (samples, seed) -> fitted(array, samples));
    }

    private static Baseline mean(GivenArray data) {
        return new Baseline(MEAN + data.text(), (samples, seed) -> mean(data, samples));
    }

    private static double[] drawn(Samples samples, Seed seed) {
        double[] values = new double[samples.values().length];
        for (int b = 0; b < samples.count(); b++) {
            RandomGenerator random = samples.seed(seed, b).random();
            for (int i = b * samples.cells(); i < (b + 1) * samples.cells(); i++) {
                values[i] = random.nextDouble();
            }
        }
        return values;
    }

    private static double[] fitted(GivenArray given, Samples samples) {
        double[] values = given.rows("baseline", samples);
        return values.length == samples.cells() ? repeated(values, samples.count()) : values;
    }

    private static double[] mean(GivenArray data, Samples samples) {
        INDArray array = data.read();
        int n = array.rank() == 0 ? 0 : (int) array.size(0);
        if (n == 0 || !Arrays.equals(array.shape(), samples.shape(n))) {
            throw new InvalidInputException(
                    "data %s of the mean baseline must have shape [N, ..] with examples of %s, has %s"
                            .formatted(
                                    data.text(),
                                    Arrays.toString(samples.model().inputShape()),
                                    Arrays.toString(array.shape())));
        }
        double[] values = HostArray.doubles(array);
        Samples.requireFinite("data " + data.text(), values, array.shape());
        double[] mean = new double[samples.cells()];
        for (int i = 0; i < values.length; i++) {
            mean[i % mean.length] += values[i] / n;
        }
        return repeated(mean, samples.count());
    }

    private static double[] repeated(double[] one, int count) {
        double[] all = new double[one.length * count];
        for (int b = 0; b < count; b++) {
            System.arraycopy(one, 0, all, b * one.length, one.length);
        }
        return all;
    }
}
