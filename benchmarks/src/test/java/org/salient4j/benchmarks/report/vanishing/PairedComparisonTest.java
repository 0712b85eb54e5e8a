package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.synthetic.BoxPosition;

class PairedComparisonTest {

    private static final TrainingKind GUIDED = TrainingKind.SALIENCY_GUIDED_ABSOLUTE;

    private static List<PairedComparison> compare(MadeUpRun made, String metric) {
        var run = made.build();
        VanishingPanel panel = VanishingPanel.of(run.cells(), run.results()).get(0);
        return PairedComparison.of(panel, GUIDED, metric, new GateRule());
    }

    @Test
    void should_subtract_standard_from_guided() {
        List<PairedComparison> all = compare(new MadeUpRun(), TrainingGroup.MASS_IN_BOX);
        assertThat(all)
                .extracting(PairedComparison::position)
                .containsExactly(BoxPosition.values());
        assertThat(all.get(0).difference().mean()).isPositive();
        assertThat(all.get(0).student().effectSize()).isPositive();
        assertThat(all.get(0).difference().count()).isEqualTo(5);
    }

    @Test
    void should_correct_over_positions() {
        List<PairedComparison> all = compare(new MadeUpRun(), "aup");
        double smallest = all.stream().mapToDouble(c -> c.student().pValue()).min().orElseThrow();
        double corrected = all.stream().mapToDouble(PairedComparison::holm).min().orElseThrow();
        assertThat(corrected).isCloseTo(3 * smallest, within(1e-15));
        assertThat(all).allMatch(c -> c.holm() >= c.student().pValue());
    }

    @Test
    void should_leave_out_pairs_of_which_one_did_not_learn() {
        List<PairedComparison> all =
                compare(
                        new MadeUpRun()
                                .unlearned(
                                        c -> c.seed() == 1 && c.training() == TrainingKind.STANDARD)
                                .missing(c -> c.seed() == 2 && c.training() == GUIDED),
                        "aur");
        assertThat(all).allMatch(c -> c.difference().count() == 3);
        assertThat(all).allMatch(c -> c.difference().missing() == 2);
    }

    @Test
    void should_have_no_p_value_with_one_seed() {
        List<PairedComparison> all = compare(new MadeUpRun().seeds(1), "aup");
        assertThat(all).allMatch(c -> Double.isNaN(c.holm()) && !c.difference().isDefined());
    }
}
