package org.salient4j.attribution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.HostArray;

/**
 * Several baselines, from which a method draws or over all of which it averages: a distribution of
 * "nothing there" instead of one guess at it.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code uniform:50}</td><td>50 baselines of U(0, 1) noise, drawn from the seed alone: the
 *     same for all samples (saliency guided training, Ismail et al. 2021)</td></tr>
 * <tr><td>{@code @pool.npy}</td><td>the baselines of that file, [P, ..], or [..] for a single
 *     one</td></tr>
 * <tr><td>{@code 20@train.npy}</td><td>20 different rows of that array [N, ..], such as the
 *     training data, drawn from the seed</td></tr>
 * <tr><td>{@code samples}</td><td>the explained samples themselves, each also its own: every sample
 *     against the batch. Only here does a result depend on the other samples</td></tr>
 * <tr><td>{@code zeros}, {@code 0.5}, {@code uniform}, {@code mean@data.npy}</td><td>a pool of the
 *     one {@link Baseline} of that name</td></tr>
 * </table>
 */
public final class BaselinePool {
    private static final String POOL = "pool"; // what is drawn for it
    private static final String SAMPLES = "samples";
    private static final Pattern UNIFORM = Pattern.compile("(?i)uniform:(.*)");
    private static final Pattern ROWS = Pattern.compile("(\\d+)(@.*)");

    private final String text;
    private final boolean stochastic;
    private final int count;
    private final Source source;

    /** The baselines a batch is compared with. */
    interface Members {
        /** P. */
        int size();

        /** The cells of a baseline start at {@code offset} of {@code values}. */
        double[] values();

        /** Where the cells of a sample's baseline start. */
        int offset(int sample, int member);
    }

    @FunctionalInterface
    private interface Source {
        Members members(Samples samples, Seed seed);
    }

    private BaselinePool(String text, boolean stochastic, int count, Source source) {
        this.text = text;
        this.stochastic = stochastic;
        this.count = count;
        this.source = source;
    }

    /**
     * U(0, 1) noise.
     *
     * @param count P, at least 1
     */
    public static BaselinePool uniform(int count) {
        requireSome(count, "uniform:" + count);
        return new BaselinePool(
                "uniform:" + count,
                true,
                count,
                (samples, seed) ->
                        shared(noise(count, samples, seed.child(POOL)), samples.cells()));
    }

    /**
     * @param array [P, ..], or [..] for a single one; copied
     */
    public static BaselinePool of(INDArray array) {
        return given(GivenArray.of(array));
    }

    /**
     * @param file a {@code .npy} file with what {@link #of(INDArray)} takes, read when it is used
     */
    public static BaselinePool file(Path file) {
        return given(GivenArray.of(file));
    }

    /**
     * Different rows of a data set, drawn from the seed; all of them if there are fewer.
     *
     * @param count P, at least 1
     * @param data [N, ..]; copied
     */
    public static BaselinePool rows(int count, INDArray data) {
        return rows(count, GivenArray.of(data));
    }

    /** The explained samples themselves. */
    public static BaselinePool samples() {
        return new BaselinePool(
                SAMPLES, false, -1, (samples, seed) -> shared(samples.values(), samples.cells()));
    }

    /** A pool of one. */
    public static BaselinePool of(Baseline baseline) {
        return new BaselinePool(
                baseline.toString(),
                baseline.stochastic(),
                1,
                (samples, seed) ->
                        new Held(
                                baseline.values(samples, seed),
                                1,
                                samples.cells(),
                                samples.cells()));
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static BaselinePool parse(String text) {
        if (text.equalsIgnoreCase(SAMPLES)) {
            return samples();
        }
        Matcher uniform = UNIFORM.matcher(text);
        if (uniform.matches()) {
            return uniform(number(uniform.group(1), text));
        }
        if (GivenArray.names(text)) {
            return given(GivenArray.parse("pool", text));
        }
        Matcher rows = ROWS.matcher(text);
        if (rows.matches()) {
            return rows(number(rows.group(1), text), GivenArray.parse("pool", rows.group(2)));
        }
        if (GivenArray.wasInMemory(text) || text.matches("\\d+array\\[.*")) {
            throw new InvalidInputException(
                    "pool '" + text + "' was given in memory: write it to a file, @file.npy");
        }
        try {
            return of(Baseline.parse(text));
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "pool must be uniform:50, @pool.npy, 20@data.npy, samples or a single baseline"
                            + " (zeros, uniform, a number, mean@data.npy), was '"
                            + text
                            + "'");
        }
    }

    /** Whether it is drawn from the seed. */
    public boolean stochastic() {
        return stochastic;
    }

    /** P in words: a number where it is known before the arrays are read. */
    String sizeInWords() {
        return count < 0 ? "P" : Integer.toString(count);
    }

    /** The baselines for these samples. */
    Members members(Samples samples, Seed seed) {
        return source.members(samples, seed);
    }

    /** The text form; of an array given in memory, its shape and a digest. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BaselinePool && ((BaselinePool) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private record Held(double[] values, int size, int cells, int perSample) implements Members {
        @Override
        public int offset(int sample, int member) {
            return sample * perSample + member * cells;
        }
    }

    /** One pool for all samples. */
    private static Members shared(double[] values, int cells) {
        return new Held(values, values.length / cells, cells, 0);
    }

    private static BaselinePool given(GivenArray array) {
        return new BaselinePool(
                array.text(),
                false,
                -1,
                (samples, seed) -> shared(read(array, samples), samples.cells()));
    }

    private static BaselinePool rows(int count, GivenArray data) {
        requireSome(count, count + data.text());
        return new BaselinePool(
                count + data.text(),
                true,
                count,
                (samples, seed) -> {
                    int cells = samples.cells();
                    return shared(
                            drawn(count, read(data, samples), cells, seed.child(POOL)), cells);
                });
    }

    private static double[] noise(int count, Samples samples, Seed seed) {
        double[] values = new double[Math.multiplyExact(count, samples.cells())];
        for (int p = 0; p < count; p++) {
            // A generator a baseline: baseline p is the same however many follow it.
            RandomGenerator random = seed.child(p).random();
            for (int i = p * samples.cells(); i < (p + 1) * samples.cells(); i++) {
                values[i] = random.nextDouble();
            }
        }
        return values;
    }

    /** The first rows of a shuffle. */
    private static double[] drawn(int count, double[] data, int cells, Seed seed) {
        int n = data.length / cells;
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        RandomGenerator random = seed.random();
        double[] rows = new double[Math.min(count, n) * cells];
        for (int p = 0; p < rows.length / cells; p++) {
            int other = random.nextInt(p, n);
            int row = order[other];
            order[other] = order[p];
            System.arraycopy(data, row * cells, rows, p * cells, cells);
        }
        return rows;
    }

    private static double[] read(GivenArray given, Samples samples) {
        INDArray array = given.read();
        long[] shape = array.shape();
        boolean one = Arrays.equals(shape, samples.model().inputShape());
        int n = array.rank() == 0 ? 0 : (int) array.size(0);
        if (!one && (n == 0 || !Arrays.equals(shape, samples.shape(n)))) {
            throw new InvalidInputException(
                    "pool %s must have shape [P, ..] with baselines of %s, has %s"
                            .formatted(
                                    given.text(),
                                    Arrays.toString(samples.model().inputShape()),
                                    Arrays.toString(shape)));
        }
        double[] values = HostArray.doubles(array);
        Samples.requireFinite("pool " + given.text(), values, shape);
        return values;
    }

    private static int number(String digits, String text) {
        try {
            return Integer.parseInt(digits.trim());
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    "pool '" + text + "' needs a whole number of baselines, such as uniform:50");
        }
    }

    private static void requireSome(int count, String text) {
        if (count < 1) {
            throw new InvalidInputException(
                    "pool '" + text + "' must hold at least 1 baseline, was " + count);
        }
    }
}
