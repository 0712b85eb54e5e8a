package org.salient4j.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NarmaTest {

    private final RandomGenerator random = new SplittableRandom(9);

    @Test
    void should_repeat_the_first_values_of_the_benchmark_program() {
        double[] x = new double[5];
        new Narma().signal(new double[5], x, 1, random);
        // numpy's RandomState(42), rounded to four digits.
        assertThat(x)
                .containsExactly(new double[] {.1029, .4767, .4715, .2891, .1974}, within(5e-5));
    }

    @Test
    void should_repeat_one_signal_in_every_feature_of_every_sample_if_official() {
        double[] first = new double[50 * 3];
        double[] second = new double[50 * 3];
        new Narma().signal(new double[50], first, 3, random);
        new Narma().signal(new double[50], second, 3, random);
        assertThat(first).isEqualTo(second);
        for (int t = 0; t < 50; t++) {
            assertThat(first[t * 3 + 1]).isEqualTo(first[t * 3]);
            assertThat(first[t * 3 + 2]).isEqualTo(first[t * 3]);
        }
    }

    @Test
    void should_draw_each_feature_anew_if_corrected() {
        double[] x = new double[50 * 2];
        Narma.corrected().signal(new double[50], x, 2, random);
        for (int t = 0; t < 50; t++) {
            assertThat(x[t * 2]).isNotEqualTo(x[t * 2 + 1]);
        }
    }

    @Test
    void should_sum_over_the_last_values_if_corrected() {
        // Without inputs the recursion has one path: y = .5 y' + .2 y' (y' + y'') + 1.
        double[] x = new double[4];
        new Narma(false, 2, .5, .2, 0, 1, 0).signal(new double[4], x, 1, random);
        double second = .5 + .2 + 1;
        double third = .5 * second + .2 * second * (second + 1) + 1;
        double fourth = .5 * third + .2 * third * (third + second) + 1;
        assertThat(x).containsExactly(new double[] {1, second, third, fourth}, within(1e-12));

        // The official program leaves the sum out.
        new Narma(true, 2, .5, .2, 0, 1, 0).signal(new double[4], x, 1, random);
        assertThat(x).containsExactly(new double[] {1, 1.5, 1.75, 1.875}, within(1e-12));
    }

    @Test
    void should_stay_bounded_over_long_series() {
        double[] x = new double[500 * 100];
        Narma.corrected().signal(new double[500], x, 100, random);
        for (double value : x) {
            assertThat(value).isBetween(-10.0, 10.0);
        }
    }

    @Test
    void should_refuse_coefficients_that_always_diverge() {
        Narma diverging = new Narma(false, 10, 2, 1, 1, 1, .3);
        assertThatThrownBy(() -> diverging.signal(new double[50], new double[50], 1, random))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leaves [-10, 10] within 50 time steps")
                .hasMessageContaining("choose smaller coefficients");
    }
}
