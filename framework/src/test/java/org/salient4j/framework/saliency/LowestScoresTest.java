package org.salient4j.framework.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.Golden;

class LowestScoresTest {

    @ParameterizedTest
    @ValueSource(strings = {"signed", "abs"})
    void should_mark_what_the_reference_marks(String ranking) {
        double[] scores = Golden.values("masking/scores");
        if (ranking.equals("abs")) {
            scores = Arrays.stream(scores).map(Math::abs).toArray();
        }
        boolean[] expected = Golden.flags("masking/mask_" + ranking);
        double[] fractions = Golden.values("masking/k");
        assertThat(fractions).hasSize(8);
        for (int k = 0; k < fractions.length; k++) {
            boolean[] marked = new boolean[400];
            for (int b = 0; b < 4; b++) {
                int count = LowestScores.count(fractions[k], 100);
                double[] sample = Arrays.copyOfRange(scores, 100 * b, 100 * (b + 1));
                System.arraycopy(LowestScores.mark(sample, count), 0, marked, 100 * b, 100);
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
        assertThat(LowestScores.mark(new double[] {1, 0, 1, 0, 1, 1}, 4))
                .containsExactly(true, true, true, true, false, false);
        assertThat(LowestScores.mark(new double[5], 2))
                .containsExactly(true, true, false, false, false);
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
            boolean[] marked = LowestScores.mark(scores, count);
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
            boolean[] marked = LowestScores.mark(scores, count);
            for (int i = 0; i < n; i++) {
                assertThat(marked[i]).isEqualTo(count > 0 && scores[i] <= sorted[count - 1]);
            }
        }
    }

    /** A negative zero is a zero: comparison by value, not by bits. */
    @Test
    void should_treat_both_zeros_as_equal() {
        assertThat(LowestScores.mark(new double[] {0.0, -0.0, 1}, 1))
                .containsExactly(true, false, false);
    }
}
