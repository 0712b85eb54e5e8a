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
 * In which orders groups of cells are added to a baseline.
 *
 * <table>
 * <caption>Text forms, in JSON and on the command line</caption>
 * <tr><td>{@code random}</td><td>drawn evenly from the seed and the sample's values</td></tr>
 * <tr><td>{@code @orders.npy}</td><td>an array [n, G]: in each row the groups 0 … G - 1 in some
 *     order, the same for all samples, so that two programs can be compared on the same draws; all
 *     G! orders give exact Shapley values</td></tr>
 * </table>
 */
public final class Orders {
    private static final String RANDOM = "random";

    private final String text;
    private final GivenArray given;

    /** The orders of a batch. */
    @FunctionalInterface
    interface Permutations {
        /** Order number {@code i} of a sample: its groups' places. */
        int[] of(int sample, int i);
    }

    private Orders(String text, GivenArray given) {
        this.text = text;
        this.given = given;
    }

    /** Drawn evenly. */
    public static Orders random() {
        return new Orders(RANDOM, null);
    }

    /**
     * @param orders [n, G], copied
     */
    public static Orders of(INDArray orders) {
        GivenArray array = GivenArray.of(orders);
        return new Orders(array.text(), array);
    }

    /**
     * @param file a {@code .npy} file with what {@link #of} takes, read when it is used
     */
    public static Orders file(Path file) {
        GivenArray array = GivenArray.of(file);
        return new Orders(array.text(), array);
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static Orders parse(String text) {
        if (text.equalsIgnoreCase(RANDOM)) {
            return random();
        }
        if (GivenArray.names(text)) {
            GivenArray array = GivenArray.parse("orders", text);
            return new Orders(array.text(), array);
        }
        throw new InvalidInputException(
                GivenArray.wasInMemory(text)
                        ? "orders '"
                                + text
                                + "' were given in memory: write them to a file, @file.npy"
                        : "orders must be random or @file.npy, was '" + text + "'");
    }

    /** Whether they are drawn from the seed. */
    public boolean stochastic() {
        return given == null;
    }

    /**
     * @param n orders a sample
     */
    Permutations permutations(Samples samples, CellGroups groups, int n, Seed seed) {
        return given == null
                ? drawn(samples, groups, seed.child("orders"))
                : fitted(samples, groups, n);
    }

    /** The text form; of an array given in memory, its shape and a digest. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Orders && ((Orders) other).text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static Permutations drawn(Samples samples, CellGroups groups, Seed seed) {
        Seed[] seeds = new Seed[samples.count()];
        Arrays.setAll(seeds, b -> samples.seed(seed, b));
        // A generator an order: order i is the same however many follow it.
        return (sample, i) -> shuffled(groups.of(sample).length, seeds[sample].child(i).random());
    }

    private static int[] shuffled(int length, RandomGenerator random) {
        int[] order = new int[length];
        for (int at = 0; at < length; at++) {
            int other = random.nextInt(at + 1);
            order[at] = order[other];
            order[other] = at;
        }
        return order;
    }

    private Permutations fitted(Samples samples, CellGroups groups, int n) {
        INDArray array = given.read();
        int length = groups.of(0).length;
        for (int b = 0; b < samples.count(); b++) {
            long[] shape = {n, groups.of(b).length};
            if (!Arrays.equals(array.shape(), shape)) {
                throw new InvalidInputException(
                        "orders %s must have shape %s (permutations, groups of sample %d), has %s"
                                .formatted(
                                        text,
                                        Arrays.toString(shape),
                                        b,
                                        Arrays.toString(array.shape())));
            }
        }
        double[] values = HostArray.doubles(array);
        int[][] orders = new int[n][length];
        for (int i = 0; i < n; i++) {
            boolean[] seen = new boolean[length];
            for (int at = 0; at < length; at++) {
                double place = values[i * length + at];
                boolean fits = place >= 0 && place < length && place == Math.rint(place);
                if (!fits || seen[(int) place]) {
                    throw new InvalidInputException(
                            "orders %s must hold each of 0 … %d once in a row, found %s in row %d"
                                    .formatted(text, length - 1, place, i));
                }
                seen[(int) place] = true;
                orders[i][at] = (int) place;
            }
        }
        return (sample, i) -> orders[i];
    }
}
