package org.salient4j.framework.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelfTimesTest {
    private static final Thread THREAD = Thread.currentThread();

    private final SelfTimes times = new SelfTimes();

    @Test
    void should_take_what_an_op_calls_off_its_time() {
        times.ended(THREAD, "inner", 40, 20); // from 20
        times.ended(THREAD, "other", 60, 10); // from 50
        times.ended(THREAD, "outer", 100, 90); // from 10

        assertThat(times.times())
                .containsExactlyInAnyOrder(
                        new OpTime("inner", 1, 20),
                        new OpTime("other", 1, 10),
                        new OpTime("outer", 1, 60));
    }

    @Test
    void should_take_off_no_more_than_the_ops_that_were_called_directly() {
        times.ended(THREAD, "innermost", 40, 10);
        times.ended(THREAD, "inner", 50, 30);
        times.ended(THREAD, "outer", 90, 80);

        assertThat(times.times())
                .containsExactlyInAnyOrder(
                        new OpTime("innermost", 1, 10),
                        new OpTime("inner", 1, 20),
                        new OpTime("outer", 1, 50));
    }

    @Test
    void should_count_whole_what_runs_one_after_the_other() {
        times.ended(THREAD, "add", 20, 10);
        times.ended(THREAD, "add", 30, 10);
        times.ended(THREAD, "multiply", 45, 15);

        assertThat(times.times())
                .containsExactlyInAnyOrder(new OpTime("add", 2, 20), new OpTime("multiply", 1, 15));
    }

    @Test
    void should_keep_the_ops_of_threads_apart() {
        times.ended(new Thread(), "add", 40, 20);
        times.ended(THREAD, "multiply", 100, 90);

        assertThat(times.times())
                .containsExactlyInAnyOrder(new OpTime("add", 1, 20), new OpTime("multiply", 1, 90));
    }

    @Test
    void should_add_up_to_the_time_of_the_outermost_op_also_where_the_clock_runs_over() {
        times.ended(THREAD, "inner", Long.MIN_VALUE + 5, 3);
        times.ended(THREAD, "outer", Long.MIN_VALUE + 10, 40);

        assertThat(times.times().stream().mapToLong(OpTime::nanoseconds).sum()).isEqualTo(40);
    }
}
