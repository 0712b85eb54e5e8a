package org.salient4j.framework.data;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.graph.Rows;

/**
 * Labelled examples of any shape: what training and evaluation need to know of data.
 *
 * @param x [N, …], FLOAT or DOUBLE
 * @param labels the class of each example, from 0
 */
public record Examples(INDArray x, int[] labels) {

    /** Validates. */
    public Examples {
        if (labels.length == 0 || x.size(0) != labels.length) {
            throw new InvalidInputException(
                    "expected as many examples as labels and at least one, found %d and %d"
                            .formatted(x.size(0), labels.length));
        }
    }

    /** Series as examples. */
    public static Examples of(SeriesData series) {
        return new Examples(series.x(), series.labels());
    }

    /** How many there are. */
    public int size() {
        return labels.length;
    }

    /** These rows, copied. */
    public Examples rows(int... rows) {
        return new Examples(Rows.pick(x, rows), Arrays.stream(rows).map(i -> labels[i]).toArray());
    }

    /** Rows from (inclusive) to (exclusive), copied. */
    public Examples range(int from, int to) {
        return rows(java.util.stream.IntStream.range(from, to).toArray());
    }

    /**
     * Splits off a random part.
     *
     * @param fraction share of the second part, in (0, 1)
     * @param seed which part
     * @return the rest and the part
     */
    public Examples[] split(double fraction, Seed seed) {
        int part = (int) Math.round(fraction * size());
        if (part < 1 || part >= size()) {
            throw new InvalidInputException(
                    "a validation share of %s leaves %d of %d examples for validation: both parts need at least one"
                            .formatted(fraction, part, size()));
        }
        int[] order = shuffled(size(), seed);
        return new Examples[] {
            rows(Arrays.copyOfRange(order, part, size())), rows(Arrays.copyOf(order, part))
        };
    }

    /** The numbers below n in an order that the seed fixes. */
    public static int[] shuffled(int n, Seed seed) {
        var random = seed.random();
        int[] order = java.util.stream.IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
