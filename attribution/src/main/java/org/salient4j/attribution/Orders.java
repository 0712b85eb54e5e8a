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
public final class Orders extends DrawnOrGiven {
    private static final String RANDOM = "random";

    /** The orders of a batch. */
    @FunctionalInterface
    interface Permutations {
        /** Order number {@code i} of a sample: its groups' places. */
        int[] of(int sample, int i);
    }

    private Orders(String text, GivenArray given) {
        super(text, given);
    }

    /** Drawn evenly. */
    public static Orders random() {
        return new Orders(RANDOM, null);
    }

    /**
     * @param orders [n, G], copied
     */
    public static Orders of(INDArray orders) {
        return of(orders, Orders::new);
    }

    /**
     * @param file a {@code .npy} file with what {@link #of} takes, read when it is used
     */
    public static Orders file(Path file) {
        return file(file, Orders::new);
    }

    /**
     * Reads a text form.
     *
     * @throws InvalidInputException if it is none of them
     */
    @JsonCreator
    public static Orders parse(String text) {
        return parse("orders", RANDOM, text, Orders::new);
    }

    /**
     * @param n orders a sample
     */
    Permutations permutations(Samples samples, CellGroups groups, int n, Seed seed) {
        return stochastic()
                ? drawn(samples, groups, seed.child("orders"))
                : fitted(samples, groups, n);
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
        INDArray array = given().read();
        int length = groups.of(0).length;
        for (int b = 0; b < samples.count(); b++) {
            long[] shape = {n, groups.of(b).length};
            if (!Arrays.equals(array.shape(), shape)) {
                throw new InvalidInputException(
                        "orders %s must have shape %s (permutations, groups of sample %d), has %s"
                                .formatted(
                                        this,
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
                                    .formatted(this, length - 1, place, i));
                }
                seen[(int) place] = true;
                orders[i][at] = (int) place;
            }
        }
        return (sample, i) -> orders[i];
    }
}
