package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.synthetic.BoxPosition;

class VanishingRuleTest {

    private final VanishingRule rule = new VanishingRule();

    private static TrainingGroup early(MadeUpRun run) {
        var built = run.build();
        return VanishingPanel.of(built.cells(), built.results())
                .get(0)
                .group(BoxPosition.EARLY, TrainingKind.STANDARD);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 0.30, FOUND",
        "0.24, 0.30, UNDECIDED",
        "0.10, 0.30, UNDECIDED",
        "0.10, 0.24, VANISHED",
        "0.00, 0.01, VANISHED"
    })
    void should_compare_the_whole_interval_with_chance(
            double lower, double upper, SaliencyState state) {
        MeanInterval mass = new MeanInterval(5, 0, (lower + upper) / 2, lower, upper, 0.95);
        assertThat(rule.compare(mass, 0.24).state()).isEqualTo(state);
    }

    @Test
    void should_decide_nothing_from_one_seed() {
        assertThat(rule.compare(MeanInterval.of(0.01), 0.24))
                .isEqualTo(
                        new SaliencyFinding(
                                SaliencyState.UNDECIDED,
                                "one seed has no interval; its mass is not above chance"));
    }

    @Test
    void should_tell_vanished_from_not_learned() {
        assertThat(rule.find(early(new MadeUpRun())).state()).isEqualTo(SaliencyState.VANISHED);
        assertThat(rule.find(early(new MadeUpRun().unlearned(c -> c.seed() == 3))))
                .isEqualTo(new SaliencyFinding(SaliencyState.DID_NOT_LEARN, "1 of 5 seeds"));
        assertThat(rule.find(early(new MadeUpRun().missing(c -> true))).state())
                .isEqualTo(SaliencyState.MISSING);
    }

    @Test
    void should_count_maps_without_saliency_as_no_mass_in_the_box() {
        TrainingGroup dark = early(new MadeUpRun().zero(c -> true));
        assertThat(dark.metric(TrainingGroup.MASS_IN_BOX)).containsOnly(0);
        assertThat(dark.withoutSaliency()).isEqualTo(5);
        assertThat(dark.metric("aup")).containsOnly(Double.NaN);
        assertThat(rule.find(dark).state()).isEqualTo(SaliencyState.VANISHED);
    }

    @Test
    void should_take_chance_from_the_box() {
        assertThat(early(new MadeUpRun()).chance()).hasValue(15 * 40 / 2500d);
    }

    @Test
    void should_gate_at_the_given_accuracy() {
        GateRule gate = new GateRule(0.9);
        assertThat(gate.learned(0.9)).isTrue();
        assertThat(gate.learned(0.8999)).isFalse();
        assertThat(gate.learned(Double.NaN)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GateRule(90))
                .withMessage("minimumTestAccuracy must be in (0, 1], was 90.0");
    }

    @Test
    void should_leave_out_seeds_that_did_not_learn() {
        TrainingGroup group = early(new MadeUpRun().seeds(3).unlearned(c -> c.seed() == 2));
        assertThat(new GateRule().onlyLearned(group, new double[] {1, 2, 3}))
                .containsExactly(1, Double.NaN, 3);
        assertThat(new GateRule().failedSeeds(group)).containsExactly(2L);
    }
}
