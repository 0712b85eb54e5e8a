package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class MassPerStepTest {
    @Test
    void should_average_the_shares_of_the_samples_not_their_masses() {
        double[][][] maps = {{{-1, 1}, {0, 2}}, {{100, -100}, {300, 300}}, {{0, 0}, {0, 0}}};
        MassPerStep mass = MassPerStep.of(Nd4j.createFromArray(maps));
        assertThat(mass.perSample()[0]).containsExactly(0.5, 0.5);
        assertThat(mass.perSample()[1]).containsExactly(0.25, 0.75);
        assertThat(mass.perSample()[2]).containsOnly(Double.NaN);
        assertThat(mass.share()).containsExactly(new double[] {0.375, 0.625}, within(1e-12));
        assertThat(mass.skipped()).isOne();
    }

    @Test
    void should_have_no_shares_when_every_map_is_zero() {
        MassPerStep mass = MassPerStep.of(Nd4j.zeros(DataType.FLOAT, 2, 3, 4));
        assertThat(mass.share()).hasSize(3).containsOnly(Double.NaN);
        assertThat(mass.skipped()).isEqualTo(2);
    }

    @Test
    void should_refuse_what_is_no_series() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MassPerStep.of(Nd4j.zeros(DataType.FLOAT, 2, 3)))
                .withMessage("attributions must have the shape [N, T, F], was [2, 3]");
        double[][][] bad = {{{1, Double.NaN}}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MassPerStep.of(Nd4j.createFromArray(bad)))
                .withMessage("attributions must be finite, are not in sample 0");
    }
}
