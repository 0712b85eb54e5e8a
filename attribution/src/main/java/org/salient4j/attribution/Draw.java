package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/**
 * One number for each repetition of each sample, such as where on a path to look.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code random}</td><td>drawn evenly from the seed and the sample's values</td></tr>
 * <tr><td>{@code @numbers.npy}</td><td>an array [n, B], so that two programs can be compared on the
 *     same draws</td></tr>
 * </table>
 */
public final class Draw extends DrawnOrGiven {
    private static final String RANDOM = "random";

    /** The numbers of a batch. */
    @FunctionalInterface
    interface Numbers {
        /** Number {@code i} of a sample. */
        double of(int sample, int i);
    }

    private Draw(String text, GivenArray given) {
        super(text, given);
    }

    /** Drawn evenly. */
    public static Draw random() {
        return new Draw(RANDOM, null);
    }

    /**
     * @param numbers [n, B], copied
     */
    public static Draw of(INDArray numbers) {
        return of(numbers, Draw::new);
    }

    /**
     * @param file a {@code .npy} file with what {@link #of} takes, read when it is used
     */
    public static Draw file(Path file) {
        return file(file, Draw::new);
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static Draw parse(String text) {
        return parse("draw", RANDOM, text, Draw::new);
    }

    /** Numbers in [0, 1]. */
    Numbers shares(Samples samples, int n, Seed seed) {
        return stochastic()
                ? drawn(samples, seed, u -> u)
                : fitted(samples, n, v -> v >= 0 && v <= 1 ? v : Double.NaN, "in [0, 1]");
    }

    /** Whole numbers in [0, bound). */
    Numbers indices(Samples samples, int n, int bound, Seed seed) {
        return stochastic()
                ? drawn(samples, seed, u -> Math.floor(u * bound))
                : fitted(
                        samples,
                        n,
                        v -> v >= 0 && v < bound && v == Math.floor(v) ? v : Double.NaN,
                        "whole numbers in [0, " + bound + ")");
    }

    private static Numbers drawn(Samples samples, Seed seed, DoubleUnaryOperator scale) {
        Seed[] seeds = new Seed[samples.count()];
        for (int b = 0; b < seeds.length; b++) {
            seeds[b] = samples.seed(seed, b);
        }
        return (sample, i) -> scale.applyAsDouble(seeds[sample].child(i).random().nextDouble());
    }

    private Numbers fitted(Samples samples, int n, DoubleUnaryOperator checked, String rule) {
        INDArray array = given().read();
        long[] shape = {n, samples.count()};
        if (!Arrays.equals(array.shape(), shape)) {
            throw new InvalidInputException(
                    "draw %s must have shape %s (draws, samples), has %s"
                            .formatted(
                                    this, Arrays.toString(shape), Arrays.toString(array.shape())));
        }
        double[] values = HostArray.doubles(array);
        for (double value : values) {
            if (Double.isNaN(checked.applyAsDouble(value))) {
                throw new InvalidInputException(
                        "draw %s must be %s, was %s".formatted(this, rule, value));
            }
        }
        return (sample, i) -> values[i * samples.count() + sample];
    }
}
