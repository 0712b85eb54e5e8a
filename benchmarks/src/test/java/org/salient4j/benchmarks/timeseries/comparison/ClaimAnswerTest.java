package org.salient4j.benchmarks.timeseries.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.timeseries.MadeUpSeries;
import org.salient4j.benchmarks.timeseries.TimeSeriesCell;

class ClaimAnswerTest {
    private static final TrainingKind SIGNED = TrainingKind.SALIENCY_GUIDED_SIGNED;

    private static final ComparedRun PAPER = ComparedRun.of(new MadeUpSeries().seeds(2).build());

    private static ClaimAnswer answer(Claim claim, MadeUpSeries run) {
        return ClaimAnswer.of(claim, ComparedRun.of(run.build()), SIGNED);
    }

    /** What guided training adds on TCN and LSTM + input cell; seeds only move both together. */
    private static MadeUpSeries gains(MadeUpSeries.Diffs gain) {
        return new MadeUpSeries()
                .networks("lstm-input-cell", "tcn")
                .datasets("middle", "rare-time")
                .diffs(
                        (c, m, s) ->
                                0.01 * c.seed()
                                        + (c.training().saliencyGuided() ? gain.of(c, m, s) : 0));
    }

    @ParameterizedTest
    @EnumSource(value = Claim.class, mode = EnumSource.Mode.EXCLUDE, names = "E")
    void should_answer_as_the_paper_s_numbers_do_where_ours_are_the_same(Claim claim) {
        ClaimAnswer answer = ClaimAnswer.of(claim, PAPER, SIGNED);
        assertThat(answer.outcome())
                .isEqualTo(answer.heldByPublished() ? Outcome.HELD : Outcome.NOT_HELD);
        assertThat(answer.datasets()).hasSize(10);
        assertThat(answer.missing()).isZero();
        assertThat(answer.absent()).isEmpty();
    }

    @Test
    void should_know_which_sentences_the_paper_s_own_tables_do_not_bear_out() {
        assertThat(ClaimAnswer.all(PAPER))
                .filteredOn(a -> !a.heldByPublished() && a.guided() == SIGNED)
                .extracting(ClaimAnswer::claim)
                .containsExactly(
                        Claim.INPUT_CELL_RECALL,
                        Claim.TCN_BEST_METHODS,
                        Claim.TRANSFORMER_WORST,
                        Claim.TRANSFORMER_RECALL);
    }

    @Test
    void should_say_that_mnist_is_not_measured_here() {
        ClaimAnswer answer = ClaimAnswer.of(Claim.E, PAPER, SIGNED);
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_MEASURED);
        assertThat(ClaimWords.evidence(answer)).startsWith("not measured here");
    }

    /** Paired differences 0.03, 0.04, 0.05: mean 0.04, half 4.302653 · 0.01 / √3 = 0.0248414. */
    @Test
    void should_hold_if_every_interval_lies_on_the_claimed_side() {
        ClaimAnswer answer = answer(Claim.A, gains((c, m, s) -> 0.02 + 0.01 * c.seed()));
        assertThat(answer.outcome()).isEqualTo(Outcome.HELD);
        assertThat(answer.asClaimed()).isEqualTo(12);
        assertThat(answer.interval().mean()).isEqualTo(0.04, within(1e-12));
        assertThat(answer.interval().lower()).isEqualTo(0.0151586, within(1e-6));
        assertThat(answer.interval().upper()).isEqualTo(0.0648414, within(1e-6));
        assertThat(answer.datasets()).containsExactly("middle", "rare-time");
        assertThat(ClaimWords.evidence(answer))
                .contains("12 of 12 parts as claimed", "2 of 10 data sets", "95 % CI, n = 3");
    }

    @Test
    void should_not_hold_if_one_interval_lies_wholly_on_the_other_side() {
        ClaimAnswer answer =
                answer(
                        Claim.A,
                        gains(
                                (c, m, s) ->
                                        c.network().equals("tcn") && m.equals("deep-shap")
                                                ? -0.04 + 0.0001 * c.seed()
                                                : 0.02 + 0.001 * c.seed()));
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(answer.deciding()).isEqualTo("tcn deep-shap");
        assertThat(answer.asClaimed()).isEqualTo(11);
        assertThat(answer.interval().confidence()).isEqualTo(1 - 0.05 / 12, within(1e-12));
        assertThat(answer.interval().upper()).isNegative();
    }

    /** -0.012, -0.010, -0.008: below 0 at 95 % (half 0.00497), not at 1 - 0.05/12 (half 0.0178). */
    @Test
    void should_not_be_refuted_by_one_of_many_parts_that_chance_explains() {
        ClaimAnswer answer =
                answer(
                        Claim.A,
                        gains(
                                (c, m, s) ->
                                        c.network().equals("tcn") && m.equals("deep-shap")
                                                ? -0.014 + 0.002 * c.seed()
                                                : 0.02));
        assertThat(answer.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(answer.deciding()).isEqualTo("tcn deep-shap");
        assertThat(answer.interval().upper()).isNegative();
    }

    @Test
    void should_be_undecided_where_an_interval_holds_zero() {
        ClaimAnswer answer = answer(Claim.A, gains((c, m, s) -> 0.05 * (c.seed() - 1.5)));
        assertThat(answer.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(answer.asClaimed()).isZero();
        assertThat(answer.interval().isDefined()).isTrue();
    }

    @Test
    void should_be_undecided_with_one_seed() {
        ClaimAnswer answer = answer(Claim.A, gains((c, m, s) -> 0.5).seeds(1));
        assertThat(answer.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(ClaimWords.evidence(answer))
                .startsWith("cannot be judged with one seed; lstm-input-cell gradient +0.500")
                .contains("; SGT higher; 12 of 12 means as claimed;")
                .doesNotContain("0 of 12");
        ClaimAnswer worse = answer(Claim.A, gains((c, m, s) -> -0.5).seeds(1));
        assertThat(ClaimWords.evidence(worse))
                .contains("standard higher; 0 of 12 means as claimed");
    }

    @Test
    void should_name_the_side_that_is_higher_by_what_it_does_not_share() {
        Contrast rival =
                Contrast.positive(
                        "",
                        Contrast.difference(
                                List.of(new Term(1, "tcn", true, "deep-shap", "aup")),
                                List.of(new Term(1, "lstm", false, "gradient", "aup"))));
        assertThat(rival.higher(1)).isEqualTo("tcn deep-shap SGT higher");
        assertThat(rival.higher(-1)).isEqualTo("lstm gradient standard higher");
        assertThat(rival.higher(0)).isEqualTo("both sides are equal");
        Contrast below =
                Contrast.negative("", List.of(new Term(1, "lstm", true, "gradient", "aup")));
        assertThat(below.higher(1)).isEqualTo("ours higher than random maps");
        assertThat(below.higher(-1)).isEqualTo("random maps higher");
    }

    /** Gains of 0.004, 0.005, 0.006: above 0 for sure, and below 0.01 for sure. */
    @Test
    void should_judge_what_is_not_raised_by_a_margin() {
        MadeUpSeries little = transformer((c, m, s) -> 0.003 + 0.001 * c.seed());
        assertThat(answer(Claim.C, little).outcome()).isEqualTo(Outcome.HELD);
        MadeUpSeries much = transformer((c, m, s) -> 0.018 + 0.001 * c.seed());
        assertThat(answer(Claim.C, much).outcome()).isEqualTo(Outcome.NOT_HELD);
        MadeUpSeries unclear = transformer((c, m, s) -> 0.008 + 0.001 * c.seed());
        assertThat(answer(Claim.C, unclear).outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    private static MadeUpSeries transformer(MadeUpSeries.Diffs gain) {
        return gains(gain).networks("transformer");
    }

    @Test
    void should_be_undecided_where_a_part_is_missing() {
        ClaimAnswer absent =
                answer(Claim.A, gains((c, m, s) -> 0.02 + 0.001 * c.seed()).networks("tcn"));
        assertThat(absent.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(absent.asClaimed()).isEqualTo(6);
        assertThat(absent.missing()).isEqualTo(6);
        assertThat(absent.absent()).containsExactly("lstm-input-cell");
        ClaimAnswer unlearned =
                answer(
                        Claim.A,
                        gains((c, m, s) -> 0.02 + 0.001 * c.seed())
                                .unlearned(c -> c.network().equals("tcn")));
        assertThat(unlearned.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(unlearned.missing()).isEqualTo(6);
        assertThat(unlearned.absent()).isEmpty();
    }

    @Test
    void should_pair_by_seed_and_leave_out_seeds_without_a_partner() {
        ClaimAnswer answer =
                answer(
                        Claim.A,
                        gains((c, m, s) -> 0.02 + 0.001 * c.seed())
                                .seeds(4)
                                .missing(ClaimAnswerTest::standardOfSeed4));
        assertThat(answer.outcome()).isEqualTo(Outcome.HELD);
        assertThat(answer.interval().count()).isEqualTo(3);
        assertThat(answer.interval().missing()).isEqualTo(1);
    }

    @Test
    void should_not_be_measured_where_the_run_has_nothing_of_it() {
        ClaimAnswer answer = answer(Claim.C, gains((c, m, s) -> 0));
        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_MEASURED);
        assertThat(ClaimWords.evidence(answer)).isEqualTo("not in this run: transformer");
        assertThat(
                        ClaimAnswer.all(
                                ComparedRun.of(
                                        new MadeUpSeries()
                                                .trainings(TrainingKind.STANDARD)
                                                .networks("tcn")
                                                .build())))
                .filteredOn(a -> a.claim() == Claim.TCN_RISES)
                .singleElement()
                .returns(Outcome.NOT_MEASURED, ClaimAnswer::outcome)
                .returns("not in this run: absolute", ClaimWords::evidence);
    }

    /** Half a point below the paper still is within half a point; 0.6 points are not. */
    @Test
    void should_judge_accuracies_by_half_a_point() {
        MadeUpSeries close =
                new MadeUpSeries().accuracy(c -> MadeUpSeries.published(c, "", "accuracy") - 0.005);
        assertThat(answer(Claim.F, close).outcome()).isEqualTo(Outcome.HELD);
        MadeUpSeries far =
                new MadeUpSeries().accuracy(c -> MadeUpSeries.published(c, "", "accuracy") - 0.006);
        ClaimAnswer refuted = answer(Claim.F, far);
        assertThat(refuted.outcome()).isEqualTo(Outcome.NOT_HELD);
        assertThat(ClaimWords.evidence(refuted)).contains("-0.60 [-0.60, -0.60] points");
    }

    private static boolean standardOfSeed4(TimeSeriesCell cell) {
        return cell.seed() == 4 && !cell.training().saliencyGuided();
    }
}
