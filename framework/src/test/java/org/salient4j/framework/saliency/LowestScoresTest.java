package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.Golden;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.graph.HostRows;

class LowestScoresTest {

    @ParameterizedTest
    @ValueSource(strings = {"signed", "abs"})
    void should_mark_what_the_reference_marks(String ranking) {
        double[] scores = Golden.values("masking/scores");
        Ranking order = ranking.equals("abs") ? Ranking.ABSOLUTE : Ranking.SIGNED;
        boolean[] expected = Golden.flags("masking/mask_" + ranking);
        double[] fractions = Golden.values("masking/k");
        assertThat(fractions).hasSize(8);
        for (int k = 0; k < fractions.length; k++) {
            boolean[] marked = new boolean[400];
            for (int b = 0; b < 4; b++) {
                int count = LowestScores.count(fractions[k], 100);
                double[] sample = Arrays.copyOfRange(scores, 100 * b, 100 * (b + 1));
                System.arraycopy(mark(sample, order, count), 0, marked, 100 * b, 100);
            }
            assertThat(marked)
                    .as("k = %s", fractions[k])
                    .isEqualTo(Arrays.copyOfRange(expected, 400 * k, 400 * (k + 1)));
        }
    }

    /** The fourth column is exact; binary arithmetic gives the third. */
    @Test
    void should_count_in_exact_arithmetic() {
        double[][] table = Golden.read("masking/count_table").toDoubleMatrix();
        int traps = 0;
        for (double[] row : table) {
            assertThat(LowestScores.count(row[0], (int) row[1]))
                    .as("%s of %s", row[0], row[1])
                    .isEqualTo((int) row[3]);
            traps += row[2] == row[3] ? 0 : 1;
        }
        assertThat(traps).isPositive();
    }

    @Test
    void should_take_the_earlier_of_equal_scores() {
        assertThat(mark(new double[] {1, 0, 1, 0, 1, 1}, 4))
                .containsExactly(true, true, true, true, false, false);
        assertThat(mark(new double[5], 2)).containsExactly(true, true, false, false, false);
    }

    @Test
    void should_equal_a_stable_sort_on_scores_full_of_ties() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            int n = 1 + random.nextInt(40);
            double[] scores = random.ints(n, 0, 6).asDoubleStream().toArray();
            int count = random.nextInt(n + 1);
            Integer[] order = new Integer[n];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
            boolean[] expected = new boolean[n];
            for (int i = 0; i < count; i++) {
                expected[order[i]] = true;
            }
            boolean[] marked = mark(scores, count);
            assertThat(marked).isEqualTo(expected);
        }
    }

    @Test
    void should_equal_a_sort_over_all_magnitudes() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 100; round++) {
            int n = 1 + random.nextInt(500);
            double spread = random.nextInt(300);
            double[] scores =
                    random.doubles(n)
                            .map(u -> (u - 0.3) * Math.pow(10, spread * (random.nextDouble() - 1)))
                            .toArray();
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            int count = random.nextInt(n + 1);
            boolean[] marked = mark(scores, count);
            for (int i = 0; i < n; i++) {
                assertThat(marked[i]).isEqualTo(count > 0 && scores[i] <= sorted[count - 1]);
            }
        }
    }

    /** A negative zero is a zero: comparison by value, not by bits. */
    @Test
    void should_treat_both_zeros_as_equal() {
        assertThat(mark(new double[] {0.0, -0.0, 1}, 1)).containsExactly(true, false, false);
    }

    @ParameterizedTest
    @EnumSource(Ranking.class)
    void should_mark_the_same_floats_as_doubles(Ranking ranking) {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 40; round++) {
            int cells = 1 + random.nextInt(300);
            int few = 1 + random.nextInt(1000);
            double[] scores =
                    random.doubles(3L * cells)
                            .map(u -> (float) (Math.round((u - 0.4) * few) * 1e-3 / few))
                            .toArray();
            HostRows rows = HostRows.reading(HostArray.of(scores, DataType.FLOAT, 3, cells));
            int count = random.nextInt(cells + 1);
            boolean[] marked = new boolean[3 * cells + 2];
            LowestScores lowest = new LowestScores(cells, ranking);
            for (int b = 0; b < 3; b++) {
                lowest.mark(rows, b, count, marked, 1 + b * cells);
                double[] sample = Arrays.copyOfRange(scores, b * cells, (b + 1) * cells);
                assertThat(Arrays.copyOfRange(marked, 1 + b * cells, 1 + (b + 1) * cells))
                        .isEqualTo(mark(sample, ranking, count));
            }
            assertThat(marked[0] || marked[marked.length - 1]).isFalse();
        }
    }

    /** Doubles that are one float. */
    @ParameterizedTest
    @EnumSource(Ranking.class)
    void should_tell_apart_what_a_float_does_not(Ranking ranking) {
        double[] scores = {1 + 3e-12, 1 + 1e-12, 1 + 2e-12, 1 + 1e-12, 1e300, 1e200};

        assertThat(mark(scores, ranking, 1))
                .containsExactly(false, true, false, false, false, false);
        assertThat(mark(scores, ranking, 3)).containsExactly(false, true, true, true, false, false);
        assertThat(mark(scores, ranking, 5)).containsExactly(true, true, true, true, false, true);
    }

    private static boolean[] mark(double[] scores, int count) {
        return mark(scores, Ranking.SIGNED, count);
    }

    private static boolean[] mark(double[] scores, Ranking ranking, int count) {
        boolean[] marked = new boolean[scores.length];
        new LowestScores(scores.length, ranking).mark(scores, count, marked, 0);
        return marked;
    }
}
