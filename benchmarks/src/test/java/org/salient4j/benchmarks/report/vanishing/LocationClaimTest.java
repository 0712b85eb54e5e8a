package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.benchmarks.measurement.MetricScore;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.ReportedRun;
import org.salient4j.benchmarks.report.Verdict;
import org.salient4j.benchmarks.statistics.MeanInterval;
import org.salient4j.benchmarks.vanishing.VanishingCell;
import org.salient4j.benchmarks.vanishing.VanishingResult;
import org.salient4j.synthetic.BoxPosition;

class LocationClaimTest {

    private final LocationClaim claim = new LocationClaim(new GateRule(0.9), 0.05);

    private static MeanInterval interval(double lower, double upper) {
        return new MeanInterval(5, 0, (lower + upper) / 2, lower, upper, 0.95);
    }

    private static VanishingPanel panel(ReportedRun<VanishingCell, VanishingResult> run) {
        return VanishingPanel.of(run.cells(), run.results()).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.2, HELD",
        "0, 0.2, UNDECIDED",
        "-0.1, 0.2, UNDECIDED",
        "-0.1, 0, NOT_HELD",
        "-0.2, -0.1, NOT_HELD"
    })
    void should_call_a_rise_what_lies_above_zero(double lower, double upper, Outcome outcome) {
        assertThat(claim.rises(interval(lower, upper)).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.05, 0.05, HELD",
        "0.01, 0.04, HELD",
        "-0.06, 0.05, UNDECIDED",
        "-0.05, 0.06, UNDECIDED",
        "-0.5, 0.5, UNDECIDED",
        "0.05, 0.07, UNDECIDED",
        "0.051, 0.07, NOT_HELD",
        "-0.07, -0.051, NOT_HELD"
    })
    void should_call_independent_only_what_stays_within_the_margin(
            double lower, double upper, Outcome outcome) {
        assertThat(claim.independent(interval(lower, upper)).outcome()).isEqualTo(outcome);
    }

    @Test
    void should_decide_nothing_from_one_seed() {
        MeanInterval one = MeanInterval.of(0.3);
        assertThat(claim.rises(one))
                .isEqualTo(new Verdict(Outcome.UNDECIDED, "one seed has no interval", one));
        assertThat(claim.independent(MeanInterval.of(0)).outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void should_pair_late_and_early_by_seed() {
        VanishingPanel panel = panel(new MadeUpRun().seeds(3).build());
        double[] early = panel.group(BoxPosition.EARLY, TrainingKind.STANDARD).metric("aup");
        double[] late = panel.group(BoxPosition.LATE, TrainingKind.STANDARD).metric("aup");
        MeanInterval trend = claim.trend(panel, TrainingKind.STANDARD, "aup");
        double mean = (late[0] - early[0] + late[1] - early[1] + late[2] - early[2]) / 3;
        assertThat(trend.mean()).isCloseTo(mean, within(1e-12));
        assertThat(trend.count()).isEqualTo(3);
    }

    @Test
    void should_judge_standard_training_by_the_rise_and_guided_by_independence() {
        VanishingPanel panel = panel(new MadeUpRun().build());
        assertThat(claim.judge(panel, TrainingKind.STANDARD, "aup").reason())
                .isEqualTo("the trend is above 0");
        assertThat(claim.judge(panel, TrainingKind.SALIENCY_GUIDED_ABSOLUTE, "aup").reason())
                .isEqualTo("it rises by more than the margin");
    }

    @Test
    void should_decide_nothing_where_a_position_was_not_learned() {
        VanishingPanel panel =
                panel(
                        new MadeUpRun()
                                .unlearned(
                                        c ->
                                                c.position() == BoxPosition.MIDDLE
                                                        && c.seed() == 2
                                                        && c.training() == TrainingKind.STANDARD)
                                .build());
        Verdict standard = claim.judge(panel, TrainingKind.STANDARD, "aup");
        assertThat(standard.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(standard.reason()).isEqualTo("did not learn middle (seed 2)");
        assertThat(claim.judge(panel, TrainingKind.SALIENCY_GUIDED_SIGNED, "aup").outcome())
                .isEqualTo(Outcome.NOT_HELD);
    }

    @Test
    void should_decide_nothing_where_results_are_missing() {
        VanishingPanel panel =
                panel(
                        new MadeUpRun()
                                .missing(c -> c.position() == BoxPosition.LATE && c.seed() == 1)
                                .build());
        Verdict verdict = claim.judge(panel, TrainingKind.STANDARD, "aur");
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.reason()).isEqualTo("missing results: late");
    }

    @Test
    void should_decide_nothing_where_the_metric_of_a_seed_is_missing() {
        VanishingPanel panel =
                panel(
                        new MadeUpRun()
                                .zero(c -> c.position() == BoxPosition.EARLY && c.seed() == 1)
                                .build());
        assertThat(claim.judge(panel, TrainingKind.STANDARD, "aup").reason())
                .isEqualTo("the metric is missing for a seed");
    }

    @Test
    void should_not_call_a_floor_independent() {
        TrainingKind guided = TrainingKind.SALIENCY_GUIDED_ABSOLUTE;
        assertThat(withGuidedAup(0.01).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(withGuidedAup(0.5).outcome()).isEqualTo(Outcome.HELD);
        var run = new MadeUpRun().seeds(3).build();
        run.results().forEach(r -> putAup(r.result(), 0.5));
        assertThat(claim.judge(panel(run), guided, "aup").reason())
                .startsWith("within the margin, but so is standard training");
    }

    private Verdict withGuidedAup(double mean) {
        TrainingKind guided = TrainingKind.SALIENCY_GUIDED_ABSOLUTE;
        var run = new MadeUpRun().seeds(3).build();
        run.results().stream()
                .filter(r -> r.cell().training() == guided)
                .forEach(r -> putAup(r.result(), mean));
        return claim.judge(panel(run), guided, "aup");
    }

    private static void putAup(VanishingResult result, double mean) {
        result.scores().put("aup", new MetricScore(mean, 0.192, List.of(), 0));
    }

    @Test
    void should_answer_several_parts_as_one() {
        Verdict held = claim.rises(interval(0.1, 0.2));
        Verdict open = claim.rises(interval(-0.1, 0.2));
        Verdict against = claim.rises(interval(-0.2, -0.1));
        assertThat(LocationClaim.together(List.of(held, held))).isEqualTo(Outcome.HELD);
        assertThat(LocationClaim.together(List.of(held, open))).isEqualTo(Outcome.UNDECIDED);
        assertThat(LocationClaim.together(List.of(held, open, against)))
                .isEqualTo(Outcome.NOT_HELD);
        assertThat(LocationClaim.together(List.of())).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void should_refuse_a_margin_that_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocationClaim(new GateRule(), 0))
                .withMessage("margin must be positive, was 0.0");
    }
}
