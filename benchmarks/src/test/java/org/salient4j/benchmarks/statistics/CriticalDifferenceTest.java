package org.salient4j.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalDifferenceTest {

    /** Ranks of four classifiers on 14 data sets: Demšar 2006, table 6. */
    private static final double[][] DEMSAR = {
        {4, 3, 2, 1}, {1, 2, 3, 4}, {4, 1, 2, 3}, {4, 1, 3, 2}, {4, 2, 3, 1},
        {1, 2.5, 4, 2.5}, {3, 2, 4, 1}, {2.5, 2.5, 4, 1}, {4, 3, 2, 1}, {2.5, 2.5, 2.5, 2.5},
        {4, 2.5, 1, 2.5}, {3, 2, 4, 1}, {4, 1, 2, 3}, {3, 1, 4, 2}
    };

    private static final List<String> CLASSIFIERS = List.of("C4.5", "m", "cf", "m+cf");

    @Test
    void should_give_the_published_ranks_and_critical_difference() {
        CriticalDifference found = CriticalDifference.of(CLASSIFIERS, DEMSAR, false);
        assertThat(found.treatments()).containsExactly("m+cf", "m", "cf", "C4.5");
        assertThat(found.averageRanks().get(0)).isEqualTo(1.964, within(5e-4));
        assertThat(found.averageRanks().get(1)).isEqualTo(2.000, within(5e-4));
        assertThat(found.averageRanks().get(2)).isEqualTo(2.893, within(5e-4));
        assertThat(found.averageRanks().get(3)).isEqualTo(3.143, within(5e-4));
        assertThat(found.criticalDifference()).isEqualTo(1.25, within(5e-3));
        assertThat(found.groups()).containsExactly(List.of("m+cf", "m", "cf", "C4.5"));
        assertThat(found.blocks()).isEqualTo(14);
    }

    /** scipy 1.17: friedmanchisquare. */
    @Test
    void should_agree_with_scipy_where_there_are_ties() {
        CriticalDifference demsar = CriticalDifference.of(CLASSIFIERS, DEMSAR, false);
        assertThat(demsar.statistic()).isEqualTo(10.228346456692925, within(1e-10));
        assertThat(demsar.pValue()).isEqualTo(0.016721580328441323, within(1e-10));
        assertThat(demsar.isSignificant()).isTrue();
        double[][] scores = {
            {.1, .3, .2, .5},
            {.2, .25, .1, .6},
            {.0, .4, .4, .7},
            {.3, .2, .1, .4},
            {.15, .35, .35, .45}
        };
        CriticalDifference higher =
                CriticalDifference.of(List.of("a", "b", "c", "d"), scores, true);
        assertThat(higher.treatments()).containsExactly("d", "b", "c", "a");
        assertThat(higher.averageRanks()).containsExactly(1.0, 2.4, 3.2, 3.4);
        assertThat(higher.statistic()).isEqualTo(11.125, within(1e-10));
        assertThat(higher.pValue()).isEqualTo(0.01106880398090932, within(1e-10));
    }

    /** scipy 1.17: studentized_range.ppf(0.95, k, inf) / sqrt(2); Demšar 2006, table 5. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.9599639845400534",
        "4, 2.569031772546482",
        "6, 2.8497054196100016",
        "10, 3.163683577053373"
    })
    void should_know_the_quantiles_of_the_studentized_range(int values, double quantile) {
        assertThat(StudentizedRange.upperQuantile(0.05, values) / Math.sqrt(2))
                .isEqualTo(quantile, within(1e-6));
    }

    @Test
    void should_group_neighbours_that_do_not_differ() {
        double[][] scores = new double[10][];
        for (int i = 0; i < 10; i++) {
            scores[i] = new double[] {6, 5, 4, 3, 2, 1};
        }
        CriticalDifference found =
                CriticalDifference.of(List.of("a", "b", "c", "d", "e", "f"), scores, true);
        assertThat(found.criticalDifference()).isEqualTo(2.3842346, within(1e-6));
        assertThat(found.groups())
                .containsExactly(
                        List.of("a", "b", "c"),
                        List.of("b", "c", "d"),
                        List.of("c", "d", "e"),
                        List.of("d", "e", "f"));
    }

    @Test
    void should_leave_out_blocks_with_a_missing_score_and_count_them() {
        double[][] scores = {{3, 2, 1}, {3, Double.NaN, 1}, {2, 3, 1}};
        CriticalDifference found = CriticalDifference.of(List.of("a", "b", "c"), scores, true);
        assertThat(found.blocks()).isEqualTo(2);
        assertThat(found.leftOut()).isEqualTo(1);
        assertThat(found.averageRanks()).containsExactly(1.5, 1.5, 3.0);
    }

    @Test
    void should_be_undefined_with_one_block_and_with_nothing_but_ties() {
        CriticalDifference one =
                CriticalDifference.of(List.of("a", "b"), new double[][] {{1, 2}}, true);
        assertThat(one.statistic()).isNaN();
        assertThat(one.pValue()).isNaN();
        assertThat(one.criticalDifference()).isNaN();
        assertThat(one.groups()).isEmpty();
        assertThat(one.isSignificant()).isFalse();
        CriticalDifference tied =
                CriticalDifference.of(List.of("a", "b"), new double[][] {{1, 1}, {2, 2}}, true);
        assertThat(tied.statistic()).isNaN();
        assertThat(tied.averageRanks()).containsExactly(1.5, 1.5);
    }

    @Test
    void should_refuse_a_ragged_block_and_a_single_treatment() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                CriticalDifference.of(
                                        List.of("a", "b"), new double[][] {{1, 2, 3}}, true))
                .withMessageContaining("2 scores, had 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CriticalDifference.of(List.of("a"), new double[][] {{1}}, true))
                .withMessageContaining("at least 2");
    }
}
