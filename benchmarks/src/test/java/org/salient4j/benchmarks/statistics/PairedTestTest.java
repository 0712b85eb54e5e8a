package org.salient4j.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.inference.TTest;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTestTest {
    private final PairedTest student = new PairedTTest();
    private final PairedTest wilcoxon = new WilcoxonSignedRank();

    private static double[] gaussian(int size, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        Arrays.setAll(values, i -> mean + random.nextGaussian());
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 15})
    void should_agree_with_commons_math_without_ties_and_zeros(int pairs) {
        double[] first = gaussian(pairs, .5, 1);
        double[] second = gaussian(pairs, 0, 2);
        assertThat(student.test(first, second).pValue())
                .isCloseTo(new TTest().pairedTTest(first, second), within(1e-12));
        assertThat(student.test(first, second).statistic())
                .isCloseTo(new TTest().pairedT(first, second), within(1e-12));
        assertThat(wilcoxon.test(first, second).pValue())
                .isCloseTo(
                        new WilcoxonSignedRankTest().wilcoxonSignedRankTest(first, second, true),
                        within(1e-12));
    }

    /** All sign assignments, one by one. */
    private static double byEnumeration(double[] differences) {
        SignedRanks ranks = SignedRanks.of(differences);
        int n = ranks.count();
        int total = ranks.doubledPositive() + ranks.doubledNegative();
        int observed = Math.min(ranks.doubledPositive(), ranks.doubledNegative());
        int asExtreme = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (signs >> i & 1) * ranks.doubledRanks()[i];
            }
            if (Math.min(sum, total - sum) <= observed) {
                asExtreme++;
            }
        }
        return (double) asExtreme / (1 << n);
    }

    @Test
    void should_be_exact_with_ties_and_zeros() {
        double[][] cases = {
            {1, 1, 1, -1, 1},
            {0, 2, 3, 4, 5, 6},
            {1, -1},
            {3, -1, 1, 2, 2, -2, 0, 5, 5, 0, 7},
            {-.5, .5, .5, 1, -1, 1, 1, 2, 0, 2, -2, 3}
        };
        for (double[] differences : cases) {
            double[] zero = new double[differences.length];
            double pValue = wilcoxon.test(differences, zero).pValue();
            assertThat(pValue).isCloseTo(byEnumeration(differences), within(1e-12));
            assertThat(wilcoxon.test(zero, differences).pValue()).isEqualTo(pValue);
        }
    }

    @Test
    void should_give_known_values_of_the_signed_rank_test() {
        double[] zero = new double[5];
        // Four of five tied differences positive: 2 * (1 + 5) / 32.
        assertThat(wilcoxon.test(new double[] {1, 1, 1, -1, 1}, zero).pValue())
                .isCloseTo(.375, within(1e-12));
        PairedTestResult all = wilcoxon.test(new double[] {1, 2, 3, 4, 5}, zero);
        assertThat(all.pValue()).isCloseTo(.0625, within(1e-12));
        assertThat(all.statistic()).isZero();
        assertThat(all.effectSize()).isEqualTo(1);
        // Ranks 1, 2, 3, 4, 5, of which 2 is negative: (13 - 2) / 15.
        assertThat(wilcoxon.test(new double[] {1, -2, 3, 4, 5}, zero).effectSize())
                .isCloseTo(11 / 15d, within(1e-12));
    }

    @Test
    void should_stay_exact_for_many_pairs() {
        double[] first = gaussian(200, .3, 5);
        double[] second = gaussian(200, 0, 6);
        double normal = new WilcoxonSignedRankTest().wilcoxonSignedRankTest(first, second, false);
        assertThat(wilcoxon.test(first, second).pValue()).isCloseTo(normal, within(.01));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wilcoxon.test(new double[1001], new double[1001]))
                .withMessage("pairs must be at most 1000, were 1001");
    }

    @Test
    void should_leave_incomplete_pairs_out_and_count_them() {
        double[] first = {1, Double.NaN, 3, 4, 9};
        double[] second = {0, 5, 1, 1, Double.NaN};
        for (PairedTest test : new PairedTest[] {student, wilcoxon}) {
            PairedTestResult result = test.test(first, second);
            PairedTestResult complete = test.test(new double[] {1, 3, 4}, new double[] {0, 1, 1});
            assertThat(result.pairs()).isEqualTo(3);
            assertThat(result.missing()).isEqualTo(2);
            assertThat(result.pValue()).isEqualTo(complete.pValue());
            assertThat(result.effectSize()).isEqualTo(complete.effectSize());
        }
    }

    @Test
    void should_be_undefined_when_there_is_nothing_to_test() {
        double[] one = {2};
        assertThat(student.test(one, new double[1]).isDefined()).isFalse();
        assertThat(student.test(one, new double[1])).hasToString("paired t: undefined (n = 1)");
        assertThat(student.test(new double[] {3, 4}, new double[] {1, 2}).pValue()).isNaN();
        PairedTestResult equal = wilcoxon.test(new double[] {1, 2}, new double[] {1, 2});
        assertThat(equal.isDefined()).isFalse();
        assertThat(equal.effectSize()).isNaN();
        assertThat(wilcoxon.test(new double[0], new double[0]).isDefined()).isFalse();
    }

    @Test
    void should_refuse_lists_of_different_length() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> student.test(new double[2], new double[3]))
                .withMessage("pairs need two lists of one length, were 2 and 3");
    }

    @Test
    void should_measure_the_mean_difference_in_its_own_spread() {
        double[] first = {2, 3, 5, 6};
        double[] second = {1, 1, 2, 2};
        // differences 1, 2, 3, 4: mean 2.5, sd sqrt(5 / 3)
        assertThat(EffectSize.cohensDz(first, second))
                .isCloseTo(2.5 / Math.sqrt(5 / 3d), within(1e-12));
        assertThat(EffectSize.cohensDz(second, first)).isNegative();
        assertThat(EffectSize.cohensDz(new double[] {3, 4}, new double[] {1, 2})).isNaN();
    }
}
