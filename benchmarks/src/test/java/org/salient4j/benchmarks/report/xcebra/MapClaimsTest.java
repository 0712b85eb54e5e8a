package org.salient4j.benchmarks.report.xcebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.embedding.MapAuRoc;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.PairedContrast;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.benchmarks.xcebra.MapMethods;
import org.salient4j.benchmarks.xcebra.XcebraCell;

class MapClaimsTest {

    private static final String[] FIVE = {"a", "b", "c", "d", "e"};

    private static MapClaims claims(MadeUpXcebra run) {
        return new MapClaims(EncoderGroups.of(run.build()), new LatentGate());
    }

    private static Verdict judge(MadeUpXcebra run, MapClaim claim) {
        return claims(run).judge(claim, MapAuRoc.POOLED);
    }

    /** About 0.9, not the same for every recording. */
    private static double base(XcebraCell cell) {
        return 0.9 + 0.01 * Math.cos(cell.seed());
    }

    private static double effect(XcebraCell cell, double size) {
        return size + 0.002 * Math.sin(3 * cell.seed());
    }

    @Test
    void should_hold_what_is_higher_on_every_recording() {
        MadeUpXcebra run =
                new MadeUpXcebra()
                        .recordings(FIVE)
                        .scores(
                                (cell, method) ->
                                        base(cell) + (cell.lambda() > 0 ? effect(cell, 0.05) : 0));
        Verdict verdict = judge(run, MapClaim.PENALTY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.HELD);
        assertThat(verdict.difference().mean()).isBetween(0.048, 0.052);
        assertThat(verdict.difference().count()).isEqualTo(5);
        assertThat(verdict.reason())
                .isEqualTo("least for inverted neuron gradient, p < 0.001 (Holm)");
        assertThat(judge(run, MapClaim.INVERSION).outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void should_not_hold_if_one_of_the_differences_is_on_the_other_side() {
        MadeUpXcebra run =
                new MadeUpXcebra()
                        .recordings(FIVE)
                        .scores(
                                (cell, method) ->
                                        method.equals(MapMethods.INVERTED)
                                                ? base(cell)
                                                : method.equals("feature-ablation")
                                                        ? base(cell) + effect(cell, 0.03)
                                                        : base(cell) - effect(cell, 0.05));
        Verdict verdict = judge(run, MapClaim.INVERSION);
        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(verdict.reason()).startsWith("least over feature ablation, p < 0.001");
        assertThat(verdict.difference().upper()).isNegative();
        assertThat(judge(run, MapClaim.REGRESSION).outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void should_correct_over_all_methods() {
        // One difference over each of six methods, p = 0.017 each: enough alone, not together.
        double[] noise = {0.7, 0.3, 1.0, 0.2, 0.65};
        MadeUpXcebra run =
                new MadeUpXcebra()
                        .recordings(FIVE)
                        .scores(
                                (cell, method) ->
                                        method.equals(MapMethods.INVERTED)
                                                ? 0.9 + 0.05 * noise[(int) cell.seed() - 1]
                                                : 0.9);
        MapClaims claims = claims(run);
        PairedContrast one = claims.contrasts(MapClaim.INVERSION, MapAuRoc.POOLED).get(0);
        assertThat(one.student().pValue()).isBetween(0.01, 0.02);
        assertThat(one.holm()).isCloseTo(6 * one.student().pValue(), within(1e-12));
        assertThat(claims.judge(MapClaim.INVERSION, MapAuRoc.POOLED).outcome())
                .isEqualTo(Outcome.UNDECIDED);
        assertThat(claims.judge(MapClaim.REGRESSION, MapAuRoc.POOLED).outcome())
                .isEqualTo(Outcome.HELD);
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    @Test
    void should_decide_nothing_with_fewer_than_three_recordings() {
        for (String[] recordings : new String[][] {{"a"}, {"a", "b"}}) {
            MadeUpXcebra run =
                    new MadeUpXcebra()
                            .recordings(recordings)
                            .scores((cell, method) -> base(cell) + effect(cell, cell.lambda()));
            Verdict verdict = judge(run, MapClaim.PENALTY);
            assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(verdict.reason()).contains("at least 3 are needed");
            assertThat(verdict.difference().count()).isEqualTo(recordings.length);
        }
    }

    @Test
    void should_leave_out_encoders_that_do_not_hold_the_latents_and_missing_ones() {
        MadeUpXcebra run =
                new MadeUpXcebra()
                        .recordings(FIVE)
                        .r2(cell -> cell.seed() == 1 && cell.lambda() > 0 ? 0.5 : 0.98)
                        .missing(cell -> cell.seed() == 2 && cell.lambda() == 0)
                        .scores(
                                (cell, method) ->
                                        base(cell) + (cell.lambda() > 0 ? effect(cell, 0.05) : 0));
        PairedContrast contrast = claims(run).contrasts(MapClaim.PENALTY, MapAuRoc.POOLED).get(0);
        assertThat(contrast.difference().count()).isEqualTo(3);
        assertThat(contrast.difference().missing()).isEqualTo(2);
        assertThat(judge(run, MapClaim.PENALTY).outcome()).isEqualTo(Outcome.HELD);
    }

    @Test
    void should_not_measure_what_the_run_does_not_have() {
        MadeUpXcebra supervised = new MadeUpXcebra().trainings(EncoderTraining.SUPERVISED);
        MadeUpXcebra without = new MadeUpXcebra().lambdas(0.0);
        MadeUpXcebra with = new MadeUpXcebra().lambdas(0.1);
        for (MapClaim claim : MapClaim.values()) {
            assertThat(judge(supervised, claim).outcome()).isEqualTo(Outcome.NOT_MEASURED);
            assertThat(judge(without, claim).outcome()).isEqualTo(Outcome.NOT_MEASURED);
        }
        assertThat(judge(with, MapClaim.PENALTY).outcome()).isEqualTo(Outcome.NOT_MEASURED);
        assertThat(judge(with, MapClaim.INVERSION).outcome()).isNotEqualTo(Outcome.NOT_MEASURED);
    }

    @Test
    void should_ask_of_the_weight_of_the_paper_or_the_largest() {
        assertThat(EncoderGroups.of(new MadeUpXcebra().lambdas(0.0, 0.1, 1.0).build()).penalty())
                .hasValue(0.1);
        assertThat(EncoderGroups.of(new MadeUpXcebra().lambdas(0.0, 0.2, 0.3).build()).penalty())
                .hasValue(0.3);
        assertThat(EncoderGroups.of(new MadeUpXcebra().lambdas(0.0).build()).penalty()).isEmpty();
    }

    @Test
    void should_be_undecided_where_scores_do_not_differ() {
        MadeUpXcebra run = new MadeUpXcebra().recordings(FIVE).scores((cell, method) -> 1);
        Verdict verdict = judge(run, MapClaim.INVERSION);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.reason()).contains("p undefined");
    }

    @Test
    void should_refuse_a_gate_that_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatentGate(0))
                .withMessage("minimumR2 must be in (0, 1], was 0.0");
        assertThat(new LatentGate().holds(Double.NaN)).isFalse();
        assertThat(new LatentGate().holds(0.9)).isTrue();
    }
}
