package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static void shouldSort(int size, IntToDoubleFunction score) {
        double[] scores = IntStream.range(0, size).mapToDouble(score).toArray();
        int[] expected =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -(0d + scores[i])))
                        .mapToInt(Integer::intValue)
                        .toArray();
        assertThat(Arrays.equals(DescendingOrder.of(scores), expected)).isTrue();
    }

    @Test
    void should_sort_like_a_stable_comparison_sort() {
        SplittableRandom random = new SplittableRandom(3);
        shouldSort(1, i -> 0.5);
        shouldSort(2, i -> i);
        shouldSort(2500, i -> random.nextDouble());
        shouldSort(2500, i -> random.nextInt(7) / 7d);
        shouldSort(2500, i -> 1);
        shouldSort(2500, i -> i % 2 == 0 ? 0d : -0d);
        shouldSort(10_000, i -> Math.pow(random.nextDouble(), 40));
    }

    @Test
    void should_sort_scores_that_are_equal_as_floats() {
        SplittableRandom random = new SplittableRandom(4);
        shouldSort(100, i -> 0.5 + (i % 10) * 1e-12);
        shouldSort(2500, i -> 0.5 + random.nextDouble() * 1e-12);
        shouldSort(2500, i -> random.nextDouble() * 1e-60);
    }

    @Test
    void should_average_over_the_orders_of_the_tie_at_the_border() {
        double[] scores = {1, .5, .5, .5, .5, 0};
        boolean[] truth = {true, false, true, true, true, false};
        Ranking ranking = new Ranking(scores, truth);
        assertThat(ranking.trueCells()).isEqualTo(4);
        assertThat(ranking.expectedTrue(0)).isZero();
        assertThat(ranking.expectedTrue(1)).isEqualTo(1);
        assertThat(ranking.expectedTrue(3)).isCloseTo(1 + 2 * .75, within(1e-15));
        assertThat(ranking.expectedTrue(5)).isEqualTo(4);
        assertThat(ranking.tieEnd(1)).isEqualTo(5);
    }

    @Test
    void should_weigh_a_cut_tie_as_the_mean_over_its_orders() {
        double[] map = {8, 4, 4, 4, 1, 0};
        boolean[] truth = {false, true, false, true, true, false};
        double[] meanPrecision = new double[Levels.COUNT];
        double[] meanRecall = new double[Levels.COUNT];
        // The three tied cells, each order of their truth made distinct by a hair.
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            double[] apart = map.clone();
            for (int i = 0; i < 3; i++) {
                apart[1 + i] += order[i] * 1e-10;
            }
            MassCurves curves =
                    MetricContext.of(new double[][] {apart}, new boolean[][] {truth}).massCurves();
            for (int level = 0; level < Levels.COUNT; level++) {
                meanPrecision[level] += curves.precision(0, level) / orders.length;
                meanRecall[level] += curves.recall(0, level) / orders.length;
            }
        }
        MassCurves tied =
                MetricContext.of(new double[][] {map}, new boolean[][] {truth}).massCurves();
        assertThat(tied.meanPrecision()).containsExactly(meanPrecision, within(1e-9));
        assertThat(tied.meanRecall()).containsExactly(meanRecall, within(1e-9));
        assertThat(Arrays.stream(meanPrecision).distinct().count()).isGreaterThan(2);
    }

    @Test
    void should_count_the_cells_of_a_level_exactly() {
        // 0.7 * 10 and 0.3 * 10 are not whole in binary floating point everywhere
        for (int level = 0; level < Levels.COUNT; level++) {
            assertThat(Levels.count(level, 10)).isEqualTo(level + 1);
            assertThat(Levels.count(level, 2500)).isEqualTo(250 * (level + 1));
        }
        assertThat(Levels.count(0, 11)).isEqualTo(2);
        assertThat(Levels.count(8, 2)).isOne();
    }

    @Test
    void should_rank_scores_of_any_sign_and_size() {
        double[] scores = {-3e200, 0d, 7, -0d, 1e300};
        Ranking ranking = Ranking.of(scores, new boolean[] {true, false, false, true, true});
        assertThat(IntStream.range(0, 5).map(ranking::cell)).containsExactly(4, 2, 1, 3, 0);
        assertThat(ranking.tieEnd(2)).isEqualTo(4);
        // Of the pairs with 7 one is won, of those with 0 one and a half.
        assertThat(RocAuc.area(ranking)).isCloseTo(2.5 / 6, within(1e-15));
        assertThat(RocAuc.area(Ranking.of(scores, new boolean[5]))).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(new double[] {0, Double.NaN}, new boolean[2]))
                .withMessage("scores must be finite, found NaN at 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(new double[2], new boolean[3]))
                .withMessage("scores and truth must have one length, were 2 and 3");
    }
}
