package org.salient4j.benchmarks.timeseries.comparison;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompleteBlockTest {

    @Test
    void should_take_everything_where_nothing_is_missing() {
        double[][] values = {{1, 2}, {3, 6}};
        CompleteBlock block = CompleteBlock.of(values);
        assertThat(block.seeds()).containsExactly(0, 1);
        assertThat(block.datasets()).containsExactly(0, 1);
        assertThat(block.meanBySeed(values)).containsExactly(2, 4);
    }

    @Test
    void should_drop_a_data_set_that_few_seeds_have() {
        double[][] values = {{1, 2, 3}, {4, 5, 6}, {7, NaN, NaN}};
        CompleteBlock block = CompleteBlock.of(values);
        assertThat(block.seeds()).containsExactly(0, 1, 2);
        assertThat(block.datasets()).containsExactly(0, 1);
    }

    @Test
    void should_drop_a_seed_that_has_few_data_sets() {
        double[][] values = {{1, NaN, 3}, {4, NaN, 6}, {7, 8, 9}};
        CompleteBlock block = CompleteBlock.of(values);
        assertThat(block.seeds()).containsExactly(0, 2);
        assertThat(block.datasets()).containsExactly(0, 1, 2);
        assertThat(block.meanBySeed(values)).containsExactly(4, NaN, 6);
    }

    @Test
    void should_prefer_two_seeds_with_one_data_set_to_one_seed_with_three() {
        double[][] values = {{1, 2}, {4, NaN}, {7, NaN}};
        CompleteBlock block = CompleteBlock.of(values);
        assertThat(block.seeds()).containsExactly(0, 1);
        assertThat(block.datasets()).containsExactly(0);
    }

    @Test
    void should_be_empty_without_any_value() {
        double[][] values = {{NaN, NaN}};
        assertThat(CompleteBlock.of(values).datasets()).isEmpty();
        assertThat(CompleteBlock.of(values).meanBySeed(values)).containsExactly(NaN, NaN);
        assertThat(CompleteBlock.of(new double[0][]).seeds()).isEmpty();
    }
}
