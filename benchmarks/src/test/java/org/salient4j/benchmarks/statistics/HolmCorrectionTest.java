package org.salient4j.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
    @Test
    void should_step_down_in_the_order_of_the_p_values() {
        // sorted .005 .01 .03 .04: 4 * .005, 3 * .01, 2 * .03, then the largest so far
        assertThat(HolmCorrection.adjust(.01, .04, .03, .005))
                .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    }

    @Test
    void should_not_exceed_one() {
        assertThat(HolmCorrection.adjust(.9, .8)).containsExactly(1, 1);
        assertThat(HolmCorrection.adjust(.2)).containsExactly(.2);
        assertThat(HolmCorrection.adjust()).isEmpty();
    }

    @Test
    void should_not_count_tests_that_could_not_be_made() {
        assertThat(HolmCorrection.adjust(Double.NaN, .01, .03))
                .containsExactly(new double[] {Double.NaN, .02, .03}, within(1e-12));
    }

    @Test
    void should_refuse_what_is_no_probability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolmCorrection.adjust(.1, 1.2))
                .withMessage("p-values must be in [0, 1], found 1.2");
    }
}
