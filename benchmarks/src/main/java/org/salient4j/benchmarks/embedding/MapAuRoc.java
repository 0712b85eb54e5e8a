package org.salient4j.benchmarks.embedding;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.salient4j.benchmarks.metrics.Direction;
import org.salient4j.benchmarks.metrics.MetricDescriptor;
import org.salient4j.benchmarks.metrics.Ranking;
import org.salient4j.benchmarks.metrics.RocAuc;
import org.salient4j.benchmarks.statistics.Bootstrap;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * The probability that an attribution map ranks a connected entry above an unconnected one, ties
 * counting one half; the members differ in which entries are compared.
 *
 * <p>In [0, 1], 1 the best. Report {@link #POOLED}, which is the published score, together with one
 * that the rows' scale does not enter: where the rows of some latents are connected throughout, a
 * method that merely makes those rows larger gains on the pooled score.
 */
public enum MapAuRoc {
    /** All entries against each other. */
    POOLED(
            "auROC pooled",
            "chance that a connected entry of the map exceeds an unconnected one",
            "Rewards larger rows where whole rows are connected; its value by chance "
                    + "need not be 0.5.") {
        @Override
        public double of(MapWithTruth map) {
            return area(map, map.map(), row -> true);
        }
    },
    /** All entries of the rows that have both kinds, against each other. */
    MIXED_ROWS(
            "auROC mixed rows",
            "as pooled, over the outputs that are connected to some neurons only",
            "Rows of different scale still weigh on each other.") {
        @Override
        public double of(MapWithTruth map) {
            return area(map, map.map(), map::isMixed);
        }
    },
    /** Entries of one row against each other, mean over the rows that have both kinds. */
    WITHIN_ROWS(
            "auROC within rows",
            "as pooled, but within one output; mean over the outputs connected to some"
                    + " neurons only",
            "Says nothing of which output depends on a neuron more.") {
        @Override
        public double of(MapWithTruth map) {
            return IntStream.range(0, map.outputs())
                    .filter(map::isMixed)
                    .mapToDouble(row -> area(map, map.map(), other -> other == row))
                    .average()
                    .orElse(Double.NaN);
        }
    },
    /** All entries against each other after each row was divided by its mean. */
    ROW_NORMALISED(
            "auROC row-normalised",
            "as pooled, after each output's row was divided by its mean",
            "A row connected to few neurons is raised at those, one connected to all is not.") {
        @Override
        public double of(MapWithTruth map) {
            double[][] scaled =
                    Arrays.stream(map.map()).map(MapAuRoc::byMean).toArray(double[][]::new);
            return area(map, scaled, row -> true);
        }
    };

    private final MetricDescriptor descriptor;

    MapAuRoc(String title, String summary, String caveat) {
        this.descriptor =
                new MetricDescriptor(
                        title,
                        summary,
                        Direction.HIGHER,
                        0,
                        1,
                        "mean |attribution| over samples, which latent drives which neuron",
                        true,
                        caveat,
                        "Schneider et al., Time-series attribution maps with regularized "
                                + "contrastive learning, AISTATS 2025");
    }

    /** What a reader must know to judge the number. */
    public MetricDescriptor descriptor() {
        return descriptor;
    }

    /**
     * Scores a map.
     *
     * @param map the map and the truth
     * @return a value in [0, 1]; {@code NaN} where only rows of both kinds count and there is none
     */
    public abstract double of(MapWithTruth map);

    /**
     * The score of the mean map with its percentile interval over samples.
     *
     * <p>It says how much depends on which samples were explained, for this one network; another
     * training moves the score more. It takes the samples as independent: draw them at random from
     * the recording, not as neighbours in time. A resampled map is noisier than the map itself,
     * which pulls the interval towards chance, with few samples even below the score: where the
     * score lies near the upper end, explain more samples.
     *
     * @param maps the samples' attributions
     * @param truth whether latent c drives neuron i, [C][n]
     * @param bootstrap how often to resample
     * @param random where the resamples are drawn from
     * @return the score, as the mean, and its interval
     */
    public MeanInterval interval(
            SampleMaps maps, boolean[][] truth, Bootstrap bootstrap, RandomGenerator random) {
        return bootstrap.statistic(
                maps.samples(), draws -> of(new MapWithTruth(maps.mean(draws), truth)), random);
    }

    private static double area(MapWithTruth map, double[][] values, IntPredicate rows) {
        int[] chosen = IntStream.range(0, map.outputs()).filter(rows).toArray();
        int neurons = map.neurons();
        double[] scores = new double[chosen.length * neurons];
        boolean[] truth = new boolean[scores.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values[chosen[i]], 0, scores, i * neurons, neurons);
            System.arraycopy(map.truth()[chosen[i]], 0, truth, i * neurons, neurons);
        }
        return RocAuc.area(Ranking.of(scores, truth));
    }

    /** A row of zeros stays one: an output that depends on nothing. */
    private static double[] byMean(double[] row) {
        double mean = Arrays.stream(row).average().orElseThrow();
        return mean == 0 ? row : Arrays.stream(row).map(value -> value / mean).toArray();
    }
}
