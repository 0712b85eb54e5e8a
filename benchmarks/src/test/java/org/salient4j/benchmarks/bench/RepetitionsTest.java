package org.salient4j.benchmarks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionsTest {
    private static final long SECOND = 1_000_000_000L;

    private long now;

    @Test
    void should_count_only_what_comes_after_the_warm_up() {
        Repetitions repetitions = repetitions();
        repeat(repetitions, SECOND, 8);
        assertThat(repetitions.warm()).isTrue();
        assertThat(repetitions.count()).isZero();
        repeat(repetitions, SECOND / 2, 1);
        assertThat(repetitions.count()).isOne();
        assertThat(repetitions.timing()).isEqualTo(new Timing(500, 500, 1));
    }

    @Test
    void should_be_warm_after_its_seconds_and_five_hundred() {
        Repetitions quick = repetitions();
        repeat(quick, SECOND / 1000, 1999);
        assertThat(quick.warm()).isFalse();
        repeat(quick, SECOND / 1000, 1);
        assertThat(quick.warm()).isTrue();
        Repetitions slower = repetitions();
        repeat(slower, SECOND / 100, 499);
        assertThat(slower.warm()).isFalse();
        repeat(slower, SECOND / 100, 1);
        assertThat(slower.warm()).isTrue();
    }

    @Test
    void should_be_warm_after_four_times_its_seconds_however_few_there_were() {
        Repetitions repetitions = repetitions();
        repeat(repetitions, SECOND, 7);
        assertThat(repetitions.warm()).isFalse();
        repeat(repetitions, SECOND, 1);
        assertThat(repetitions.warm()).isTrue();
    }

    @Test
    void should_warm_up_at_least_once() {
        Repetitions repetitions = repetitions();
        now += 100 * SECOND;
        assertThat(repetitions.warm()).isFalse();
        assertThat(repetitions.done()).isFalse();
    }

    @Test
    void should_go_on_for_its_seconds_however_many_there_are() {
        assertThat(repsOf(SECOND / 100)).isEqualTo(100);
    }

    @Test
    void should_take_ten_where_that_is_less_than_three_times_as_long() {
        assertThat(repsOf(SECOND / 5)).isEqualTo(10);
    }

    @Test
    void should_be_content_with_three_that_take_as_long_as_all() {
        assertThat(repsOf(SECOND)).isEqualTo(3);
        assertThat(repsOf(2 * SECOND)).isEqualTo(3);
    }

    @Test
    void should_be_content_with_one_that_takes_ten_times_as_long() {
        assertThat(repsOf(10 * SECOND)).isEqualTo(1);
    }

    @Test
    void should_give_the_median_and_the_shortest() {
        Repetitions repetitions = repetitions();
        repeat(repetitions, 8 * SECOND, 1);
        for (long milliseconds : new long[] {9, 1, 5}) {
            repeat(repetitions, milliseconds * 1_000_000, 1);
        }
        assertThat(repetitions.timing()).isEqualTo(new Timing(5, 1, 3));
        repeat(repetitions, 6_000_000, 1);
        assertThat(repetitions.timing()).isEqualTo(new Timing(5.5, 1, 4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_times_that_make_no_sense(double seconds) {
        assertThatThrownBy(() -> TimeBudget.of(seconds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("seconds must be positive, was ");
    }

    /** How many are timed in a budget of a second if each takes so long. */
    private int repsOf(long nanoseconds) {
        Repetitions repetitions = repetitions();
        while (!repetitions.done()) {
            repeat(repetitions, nanoseconds, 1);
        }
        return repetitions.count();
    }

    private Repetitions repetitions() {
        now = 0;
        return new Repetitions(TimeBudget.of(1), () -> now);
    }

    private void repeat(Repetitions repetitions, long nanoseconds, int times) {
        for (int i = 0; i < times; i++) {
            now += nanoseconds;
            repetitions.add(nanoseconds);
        }
    }
}
