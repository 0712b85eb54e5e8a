package org.salient4j.benchmarks.rationale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FaithfulnessTest {
    private static final Faithfulness GOLDEN =
            Faithfulness.of(
                    GoldenErasing.matrix("prob_full", 3),
                    GoldenErasing.cube("prob_without_top", 5, 3),
                    GoldenErasing.cube("prob_only_top", 5, 3));

    @Test
    void should_equal_the_reference_in_every_bin() {
        assertClose(GOLDEN.comprehensivenessByBin(), GoldenErasing.matrix("comprehensiveness", 5));
        assertClose(GOLDEN.sufficiencyByBin(), GoldenErasing.matrix("sufficiency", 5));
    }

    @Test
    void should_equal_the_reference_over_all_bins_without_and_with_the_zero_bin() {
        double[][] aopc = GoldenErasing.matrix("aopc", 2);
        double comprehensiveness = GOLDEN.comprehensiveness().mean();
        double sufficiency = GOLDEN.sufficiency().mean();
        assertThat(comprehensiveness).isCloseTo(aopc[0][0], within(1e-12));
        assertThat(sufficiency).isCloseTo(aopc[0][1], within(1e-12));
        assertThat(GOLDEN.withZeroBin(comprehensiveness)).isCloseTo(aopc[1][0], within(1e-12));
        assertThat(GOLDEN.withZeroBin(sufficiency)).isCloseTo(aopc[1][1], within(1e-12));
    }

    @Test
    void should_follow_the_class_predicted_for_the_whole_text() {
        // Class 1 is predicted: 0.7 falls to 0.2 without the top, and stays at 0.6 with it alone.
        Faithfulness two =
                Faithfulness.of(
                        new double[][] {{0.3, 0.7}},
                        new double[][][] {{{0.8, 0.2}}},
                        new double[][][] {{{0.4, 0.6}}});
        assertThat(two.comprehensiveness().mean()).isCloseTo(0.5, within(1e-15));
        assertThat(two.sufficiency().mean()).isCloseTo(0.1, within(1e-15));
    }

    private static void assertClose(double[][] actual, double[][] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).containsExactly(expected[i], within(1e-12));
        }
    }
}
