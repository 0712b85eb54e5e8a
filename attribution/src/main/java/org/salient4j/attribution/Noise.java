package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/**
 * What is added to a sample to look around it.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code gaussian}</td><td>N(0, σ²), drawn from the seed and the sample's values</td></tr>
 * <tr><td>{@code @noise.npy}</td><td>an array [n, B, ..] added as it is, not multiplied by σ, so
 *     that two programs can be compared on the same draws</td></tr>
 * </table>
 */
public final class Noise extends DrawnOrGiven {
    private static final String GAUSSIAN = "gaussian";

    /** The draws of a batch. */
    @FunctionalInterface
    interface Draws {
        /** Adds draw number {@code i} of a sample to a row. */
        void addTo(int sample, int i, double[] row);
    }

    private Noise(String text, GivenArray given) {
        super(text, given);
    }

    /** Independent normal draws. */
    public static Noise gaussian() {
        return new Noise(GAUSSIAN, null);
    }

    /**
     * @param draws [n, B, ..], copied; σ already in it
     */
    public static Noise of(INDArray draws) {
        return of(draws, Noise::new);
    }

    /**
     * @param file a {@code .npy} file with what {@link #of} takes, read when it is used
     */
    public static Noise file(Path file) {
        return file(file, Noise::new);
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static Noise parse(String text) {
        return parse("noise", GAUSSIAN, text, Noise::new);
    }

    /**
     * @param n draws a sample
     * @param sigma standard deviation of each sample's draws
     */
    Draws draws(Samples samples, int n, double[] sigma, Seed seed) {
        return stochastic() ? drawn(samples, sigma, seed.child("noise")) : fitted(samples, n);
    }

    private static Draws drawn(Samples samples, double[] sigma, Seed seed) {
        Seed[] seeds = new Seed[samples.count()];
        for (int b = 0; b < seeds.length; b++) {
            seeds[b] = samples.seed(seed, b);
        }
        // A generator a draw: draw i is the same however many follow it.
        return (sample, i, row) -> {
            RandomGenerator random = seeds[sample].child(i).random();
            for (int c = 0; c < samples.cells(); c++) {
                row[c] += sigma[sample] * random.nextGaussian();
            }
        };
    }

    private Draws fitted(Samples samples, int n) {
        INDArray array = given().read();
        long[] batch = samples.shape(samples.count());
        long[] shape = new long[batch.length + 1];
        shape[0] = n;
        System.arraycopy(batch, 0, shape, 1, batch.length);
        if (!Arrays.equals(array.shape(), shape)) {
            throw new InvalidInputException(
                    "noise %s must have shape %s (draws, samples, ..), has %s"
                            .formatted(
                                    this, Arrays.toString(shape), Arrays.toString(array.shape())));
        }
        double[] values = HostArray.doubles(array);
        Samples.requireFinite("noise " + this, values, shape);
        int cells = samples.cells();
        return (sample, i, row) -> {
            int from = (i * samples.count() + sample) * cells;
            for (int c = 0; c < cells; c++) {
                row[c] += values[from + c];
            }
        };
    }
}
