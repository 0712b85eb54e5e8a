package org.salient4j.benchmarks.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.grid.CellKey;
import org.salient4j.benchmarks.grid.DamagedFile;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.report.ReportedRun;

class ScoreTableTest {
    private static final TimeSeriesCondition GUIDED =
            new TimeSeriesCondition(
                    "middle", "gaussian", "tcn", TrainingKind.SALIENCY_GUIDED_SIGNED, 0.5);

    @Test
    void should_tell_why_a_score_is_missing() {
        ScoreTable table =
                ScoreTable.of(
                        new MadeUpSeries()
                                .seeds(5)
                                .networks("tcn")
                                .datasets("middle")
                                .missing(c -> c.seed() == 1)
                                .failing(c -> c.seed() == 2)
                                .unlearned(c -> c.seed() == 3)
                                .diffs((c, m, s) -> c.seed() == 4 ? Double.NaN : 0.1)
                                .build());
        assertThat(table.scores(GUIDED, "gradient", "aup"))
                .extracting(Score::state)
                .containsExactly(
                        ScoreState.NOT_RUN,
                        ScoreState.FAILED,
                        ScoreState.GATE_NOT_PASSED,
                        ScoreState.NO_SAMPLE_SCORED,
                        ScoreState.MEASURED);
        double[] values = table.values(GUIDED, "gradient", "aup");
        double[] diffs = table.diffs(GUIDED, "gradient", "aup");
        for (int seed = 0; seed < 4; seed++) {
            assertThat(values[seed]).isNaN();
            assertThat(diffs[seed]).isNaN();
        }
        assertThat(values[4]).isEqualTo(0.388, within(1e-12));
        assertThat(diffs[4]).isEqualTo(0.1, within(1e-12));
        assertThat(table.scores(GUIDED, "occlusion", "aup").get(4).state())
                .isEqualTo(ScoreState.NOT_MEASURED);
        assertThat(table.scores(GUIDED, "gradient", "auprc").get(4).state())
                .isEqualTo(ScoreState.NOT_MEASURED);
    }

    @Test
    void should_tell_a_result_that_cannot_be_read_from_one_that_is_not_there() {
        ReportedRun<TimeSeriesCell, TimeSeriesResult> run =
                new MadeUpSeries()
                        .seeds(2)
                        .networks("tcn")
                        .datasets("middle")
                        .missing(c -> true)
                        .build();
        List<DamagedFile> damaged =
                run.cells().stream()
                        .filter(c -> c.seed() == 2)
                        .map(c -> CellKey.of(TimeSeries.NAME, c).value())
                        .map(key -> new DamagedFile(key, key + ".json has format 1"))
                        .toList();
        ScoreTable table =
                ScoreTable.of(
                        new ReportedRun<>(
                                run.card(), run.cells(), run.results(), run.failures(), damaged));
        assertThat(table.state(GUIDED, 1)).isEqualTo(ScoreState.NOT_RUN);
        assertThat(table.state(GUIDED, 2)).isEqualTo(ScoreState.UNREADABLE);
    }

    @Test
    void should_keep_the_accuracy_of_a_network_that_did_not_learn() {
        ScoreTable table =
                ScoreTable.of(
                        new MadeUpSeries()
                                .seeds(2)
                                .networks("tcn")
                                .datasets("middle")
                                .missing(c -> c.seed() == 1)
                                .unlearned(c -> c.seed() == 2)
                                .build());
        assertThat(table.testAccuracies(GUIDED)).containsExactly(Double.NaN, 0.5);
        assertThat(table.validationAccuracies(GUIDED)).containsExactly(Double.NaN, 0.5);
        assertThat(table.trainAccuracies(GUIDED)).containsExactly(Double.NaN, 0.5);
    }

    @Test
    void should_list_what_was_asked_for_in_the_paper_s_order() {
        ScoreTable table =
                ScoreTable.of(
                        new MadeUpSeries()
                                .seeds(2)
                                .networks("tcn", "lstm")
                                .datasets("rare-time", "middle")
                                .maskedFractions(0.1, 0.7)
                                .missing(c -> true)
                                .build());
        assertThat(table.networks()).containsExactly("tcn", "lstm");
        assertThat(table.datasets()).containsExactly("rare-time", "middle");
        assertThat(table.seeds()).containsExactly(1L, 2L);
        assertThat(table.methods())
                .containsExactly(
                        "gradient",
                        "integrated-gradients",
                        "deep-lift",
                        "gradient-shap",
                        "deep-shap",
                        "smooth-grad");
        assertThat(table.metrics()).isEmpty();
        assertThat(
                        table.maskedFractions(
                                "middle", "gaussian", "tcn", TrainingKind.SALIENCY_GUIDED_SIGNED))
                .containsExactly(0.1, 0.7);
        assertThat(table.maskedFractions("middle", "gaussian", "tcn", TrainingKind.STANDARD))
                .containsExactly(0.0);
        // 2 networks × 2 data sets × (standard + 2 guided × 2 k)
        assertThat(table.conditions()).hasSize(20);
        assertThat(table.conditions()).contains(GUIDED.standard());
    }

    @Test
    void should_refuse_a_missing_score_with_a_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Score(1, ScoreState.NOT_RUN, 0, Double.NaN))
                .withMessageContaining("NaN unless measured");
    }
}
