package org.salient4j.benchmarks.timeseries.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.timeseries.MadeUpSeries;

class PaperComparisonTest {

    private static ComparedValue value(
            PaperComparison comparison,
            int table,
            String dataset,
            TrainingKind training,
            String method,
            String metric) {
        return comparison.table(table).stream()
                .filter(v -> v.dataset().equals(dataset) && v.training() == training)
                .filter(v -> v.network().equals("tcn"))
                .filter(v -> v.method().equals(method) && v.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    /** 0.10, 0.12, 0.14: mean 0.12, deviation 0.02, t(2) = 4.302653, half 0.0496828. */
    @Test
    void should_stand_mean_and_interval_beside_the_published_number() {
        PaperComparison comparison =
                PaperComparison.of(
                        new MadeUpSeries()
                                .networks("tcn")
                                .datasets("middle")
                                .diffs((c, m, s) -> 0.08 + 0.02 * c.seed())
                                .build());
        ComparedValue inside =
                value(comparison, 10, "middle", TrainingKind.STANDARD, "gradient", "aup");
        assertThat(inside.published()).isEqualTo(0.127);
        assertThat(inside.ours().mean()).isEqualTo(0.12, within(1e-12));
        assertThat(inside.ours().lower()).isEqualTo(0.0703172, within(1e-6));
        assertThat(inside.ours().upper()).isEqualTo(0.1696828, within(1e-6));
        assertThat(inside.difference()).isEqualTo(-0.007, within(1e-12));
        assertThat(inside.holdsPublished()).isTrue();
        assertThat(inside.why()).isEmpty();
        ComparedValue outside =
                value(
                        comparison,
                        10,
                        "middle",
                        TrainingKind.SALIENCY_GUIDED_SIGNED,
                        "integrated-gradients",
                        "aup");
        assertThat(outside.published()).isEqualTo(0.393);
        assertThat(outside.holdsPublished()).isFalse();
        assertThat(outside.fraction()).isEqualTo(0.5);
    }

    @Test
    void should_take_both_means_over_the_same_data_sets() {
        PaperComparison comparison =
                PaperComparison.of(
                        new MadeUpSeries().networks("tcn").datasets("middle", "rare-time").build());
        ComparedValue mean = value(comparison, 2, "mean", TrainingKind.STANDARD, "gradient", "aup");
        ComparedValue middle =
                value(comparison, 10, "middle", TrainingKind.STANDARD, "gradient", "aup");
        ComparedValue rare =
                value(comparison, 10, "rare-time", TrainingKind.STANDARD, "gradient", "aup");
        assertThat(mean.published())
                .isEqualTo((middle.published() + rare.published()) / 2, within(1e-12));
        assertThat(mean.datasets()).containsExactly("middle", "rare-time");
        assertThat(mean.difference()).isEqualTo(0, within(1e-12));
        assertThat(mean.ours().count()).isEqualTo(3);
    }

    @Test
    void should_take_table_2_itself_where_all_data_sets_are_there() {
        PaperComparison comparison =
                PaperComparison.of(new MadeUpSeries().networks("tcn").seeds(2).build());
        ComparedValue mean = value(comparison, 2, "mean", TrainingKind.STANDARD, "gradient", "aup");
        assertThat(mean.published()).isEqualTo(0.106);
        assertThat(mean.datasets()).hasSize(10);
        assertThat(mean.why()).isEmpty();
    }

    @Test
    void should_show_what_is_missing_as_missing() {
        PaperComparison comparison =
                PaperComparison.of(
                        new MadeUpSeries()
                                .networks("tcn")
                                .datasets("middle")
                                .missing(c -> c.seed() == 1)
                                .unlearned(c -> c.seed() == 2)
                                .failing(c -> c.seed() == 3)
                                .build());
        ComparedValue value =
                value(comparison, 10, "middle", TrainingKind.STANDARD, "gradient", "aup");
        assertThat(value.isMeasured()).isFalse();
        assertThat(value.ours().mean()).isNaN();
        assertThat(value.difference()).isNaN();
        assertThat(value.holdsPublished()).isFalse();
        assertThat(value.ours().missing()).isEqualTo(3);
        assertThat(value.why()).contains("1 not run", "1 failed", "1 did not learn");
        ComparedValue accuracy =
                value(comparison, 7, "middle", TrainingKind.STANDARD, "", "accuracy");
        assertThat(accuracy.ours().mean()).isEqualTo(0.5);
        assertThat(accuracy.isDecidable()).isFalse();
        assertThat(accuracy.why()).isEqualTo("1 not run, 1 failed");
        assertThat(value(comparison, 10, "rare-time", TrainingKind.STANDARD, "gradient", "aup"))
                .returns(false, ComparedValue::isMeasured)
                .returns("not in this run", ComparedValue::why);
        assertThat(value(comparison, 2, "mean", TrainingKind.STANDARD, "gradient", "aup"))
                .returns(false, ComparedValue::isMeasured)
                .returns("no data set has a score", ComparedValue::why);
    }

    @Test
    void should_take_the_k_that_is_closest_to_the_paper_s_whatever_scores_best() {
        PaperComparison comparison =
                PaperComparison.of(
                        new MadeUpSeries()
                                .networks("tcn")
                                .datasets("middle")
                                .maskedFractions(0.1, 0.4, 0.6)
                                .diffs((c, m, s) -> 1 - c.maskedFraction())
                                .build());
        ComparedValue value =
                value(
                        comparison,
                        10,
                        "middle",
                        TrainingKind.SALIENCY_GUIDED_SIGNED,
                        "gradient",
                        "aup");
        assertThat(value.publishedFraction()).isEqualTo(0.5);
        assertThat(value.fraction()).isEqualTo(0.4);
        assertThat(value.ours().mean()).isEqualTo(0.6, within(1e-12));
    }

    @Test
    void should_have_one_row_for_each_number_and_training() {
        PaperComparison all = PaperComparison.of(new MadeUpSeries().missing(c -> true).build());
        assertThat(all.values()).hasSize(1136 / 2 * 3);
        assertThat(ComparisonCsv.of(all).lines()).hasSize(1 + 1136 / 2 * 3);
    }

    @Test
    void should_count_what_lies_inside_and_which_signs_agree() {
        PaperComparison comparison =
                PaperComparison.of(
                        new MadeUpSeries()
                                .networks("tcn")
                                .datasets("middle")
                                .trainings(
                                        TrainingKind.STANDARD,
                                        TrainingKind.SALIENCY_GUIDED_ABSOLUTE)
                                .diffs(
                                        (c, m, s) ->
                                                MadeUpSeries.published(c, m, s)
                                                        + 0.001 * (c.seed() - 2))
                                .build());
        assertThat(ComparisonSummary.all(comparison))
                .filteredOn(s -> s.table() == 10)
                .allSatisfy(
                        s -> {
                            assertThat(s.published()).isEqualTo(120);
                            assertThat(s.measured()).isEqualTo(12);
                            assertThat(s.decidable()).isEqualTo(12);
                            assertThat(s.inside()).isEqualTo(12);
                            assertThat(s.meanAbsoluteDifference()).isEqualTo(0, within(1e-12));
                            assertThat(s.sameSigns()).isEqualTo(s.signs());
                        })
                .extracting(ComparisonSummary::signs)
                .containsExactly(0, 12);
    }

    @Test
    void should_refuse_a_run_without_gaussian_series() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperComparison.of(new MadeUpSeries().processes("narma").build()))
                .withMessageContaining("gaussian series, the run has only narma");
    }
}
