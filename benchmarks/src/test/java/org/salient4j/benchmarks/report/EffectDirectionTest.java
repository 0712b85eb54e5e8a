package org.salient4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.statistics.PairedTTest;

class EffectDirectionTest {

    @Test
    void should_need_interval_and_test() {
        MeanInterval above = MeanInterval.of(0.1, 0.11, 0.12);
        MeanInterval below = MeanInterval.of(-0.1, -0.11, -0.12);
        assertThat(EffectDirection.of(above, 0.05)).isEqualTo(EffectDirection.HIGHER);
        assertThat(EffectDirection.of(below, 0.05)).isEqualTo(EffectDirection.LOWER);
        assertThat(EffectDirection.of(above, 0.06)).isEqualTo(EffectDirection.HIGHER_BY_INTERVAL);
        assertThat(EffectDirection.of(below, Double.NaN))
                .isEqualTo(EffectDirection.LOWER_BY_INTERVAL);
        assertThat(EffectDirection.of(MeanInterval.of(-1, 0.5, 1), 0.001))
                .isEqualTo(EffectDirection.UNDECIDED);
        assertThat(EffectDirection.of(MeanInterval.of(), Double.NaN))
                .isEqualTo(EffectDirection.MISSING);
    }

    @Test
    void should_decide_nothing_from_two_pairs_however_alike_their_differences_are() {
        double[] differences = {0.1, 0.10001};
        double p = new PairedTTest().test(differences, new double[2]).pValue();
        MeanInterval two = MeanInterval.of(differences);
        assertThat(p).isLessThan(0.001);
        assertThat(two.lower()).isPositive();

        EffectDirection found = EffectDirection.of(two, p);

        assertThat(found).isEqualTo(EffectDirection.TOO_FEW);
        assertThat(found.words()).contains("undecided", "fewer than " + EffectDirection.FEWEST);
        assertThat(found.tone()).isEqualTo(Tone.UNSURE);
        assertThat(EffectDirection.of(MeanInterval.of(0.1), Double.NaN))
                .isEqualTo(EffectDirection.TOO_FEW);
    }

    @Test
    void should_mark_no_test_of_two_pairs() {
        double[] two = {0.1, 0.10001};
        double[] three = {0.1, 0.10001, 0.10002};
        assertThat(TestCells.of(new PairedTTest().test(two, new double[2]), 0.001).get(0).tone())
                .isEqualTo(Tone.PLAIN);
        assertThat(TestCells.of(new PairedTTest().test(three, new double[3]), 0.001).get(0).tone())
                .isEqualTo(Tone.STRONG);
    }
}
