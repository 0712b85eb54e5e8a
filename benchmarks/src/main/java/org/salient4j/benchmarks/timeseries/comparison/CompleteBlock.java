package org.salient4j.benchmarks.timeseries.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The seeds and data sets of which every combination has a value, so that each seed's mean is over
 * the same data sets.
 *
 * <p>Seeds are taken in the order of how many data sets they have, most first, as long as the
 * number of values in the block (seeds times data sets common to them) grows; two seeds are
 * preferred to one where they have any data set in common, since one has no interval. What is left
 * out depends on what is missing, never on a value.
 *
 * @param seeds indices of seeds
 * @param datasets indices of data sets
 */
record CompleteBlock(List<Integer> seeds, List<Integer> datasets) {

    /**
     * @param values [data set][seed], {@code NaN} where missing
     */
    static CompleteBlock of(double[][] values) {
        int seedCount = values.length == 0 ? 0 : values[0].length;
        List<Integer> order =
                IntStream.range(0, seedCount)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer s) -> -present(values, s).size()))
                        .toList();
        CompleteBlock best = new CompleteBlock(List.of(), List.of());
        List<Integer> common = IntStream.range(0, values.length).boxed().toList();
        for (int taken = 1; taken <= order.size(); taken++) {
            List<Integer> kept = new ArrayList<>(common);
            kept.retainAll(present(values, order.get(taken - 1)));
            common = kept;
            CompleteBlock block =
                    new CompleteBlock(order.subList(0, taken).stream().sorted().toList(), kept);
            boolean firstPair = taken == 2 && !kept.isEmpty();
            if (firstPair || block.size() > best.size()) {
                best = block;
            }
        }
        return best;
    }

    /** The mean over the block's data sets by seed; {@code NaN} for seeds outside of it. */
    double[] meanBySeed(double[][] values) {
        double[] means = new double[values.length == 0 ? 0 : values[0].length];
        Arrays.fill(means, Double.NaN);
        for (int seed : seeds) {
            double sum = 0;
            for (int dataset : datasets) {
                sum += values[dataset][seed];
            }
            means[seed] = datasets.isEmpty() ? Double.NaN : sum / datasets.size();
        }
        return means;
    }

    private int size() {
        return seeds.size() * datasets.size();
    }

    private static List<Integer> present(double[][] values, int seed) {
        return IntStream.range(0, values.length)
                .filter(dataset -> !Double.isNaN(values[dataset][seed]))
                .boxed()
                .toList();
    }
}
