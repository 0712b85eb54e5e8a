package org.salient4j.benchmarks.timeseries.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.timeseries.MadeUpSeries;
import org.salient4j.benchmarks.timeseries.TimeSeries;

class TrainingComparisonTest {
    private static final TrainingKind SIGNED = TrainingKind.SALIENCY_GUIDED_SIGNED;

    private static List<TrainingComparison> family(MadeUpSeries run) {
        return TrainingComparison.family(
                ComparedRun.of(run.build()), "tcn", SIGNED, List.of("aup", "aur"));
    }

    /** Larger with every data set, always positive with guided training. */
    private static MadeUpSeries gaining() {
        return new MadeUpSeries()
                .networks("tcn")
                .diffs(
                        (c, m, s) ->
                                c.training().saliencyGuided()
                                        ? 0.01 * (1 + TimeSeries.DATASETS.indexOf(c.dataset()))
                                        : 0);
    }

    @Test
    void should_test_over_data_sets_and_correct_over_methods_and_metrics() {
        assertThat(family(gaining()))
                .hasSize(12)
                .allSatisfy(
                        each -> {
                            assertThat(each.difference().mean()).isEqualTo(0.055, within(1e-12));
                            assertThat(each.test().pairs()).isEqualTo(10);
                            assertThat(each.test().missing()).isZero();
                            assertThat(each.test().pValue()).isEqualTo(2 / 1024d, within(1e-12));
                            assertThat(each.holm()).isEqualTo(12 * 2 / 1024d, within(1e-12));
                            assertThat(each.test().effectSize()).isEqualTo(1);
                        });
    }

    @Test
    void should_count_data_sets_without_a_pair_and_pair_seeds() {
        MadeUpSeries run =
                gaining()
                        .datasets("middle", "rare-time", "rare-feature", "positional-time")
                        .missing(
                                c ->
                                        c.dataset().equals("rare-time")
                                                && c.training() == TrainingKind.STANDARD);
        assertThat(family(run))
                .allSatisfy(
                        each -> {
                            assertThat(each.test().pairs()).isEqualTo(3);
                            assertThat(each.test().missing()).isEqualTo(1);
                            assertThat(each.test().pValue()).isEqualTo(0.25);
                            assertThat(each.holm()).isEqualTo(1);
                        });
        // Seed 1 has no partner: the guided 100 must not enter the mean.
        MadeUpSeries unpaired =
                new MadeUpSeries()
                        .networks("tcn")
                        .datasets("middle")
                        .seeds(2)
                        .missing(c -> c.seed() == 1 && c.training() == TrainingKind.STANDARD)
                        .diffs((c, m, s) -> c.seed() == 1 ? 0.5 : 0.1);
        assertThat(family(unpaired))
                .allSatisfy(
                        each -> assertThat(each.difference().mean()).isEqualTo(0, within(1e-12)));
    }

    @Test
    void should_rank_methods_over_data_sets() {
        List<String> order =
                List.of(
                        "deep-shap",
                        "gradient",
                        "smooth-grad",
                        "deep-lift",
                        "gradient-shap",
                        "integrated-gradients");
        MethodRanking ranking =
                MethodRanking.of(
                        ComparedRun.of(
                                new MadeUpSeries()
                                        .networks("tcn")
                                        .seeds(1)
                                        .diffs((c, m, s) -> -0.01 * order.indexOf(m))
                                        .missing(c -> c.dataset().equals("rare-time"))
                                        .build()),
                        "tcn",
                        SIGNED,
                        "aup");
        assertThat(ranking.ranking().treatments()).isEqualTo(order);
        assertThat(ranking.ranking().averageRanks()).containsExactly(1., 2., 3., 4., 5., 6.);
        assertThat(ranking.ranking().blocks()).isEqualTo(9);
        assertThat(ranking.ranking().leftOut()).isEqualTo(1);
        assertThat(ranking.ranking().isSignificant()).isTrue();
    }
}
