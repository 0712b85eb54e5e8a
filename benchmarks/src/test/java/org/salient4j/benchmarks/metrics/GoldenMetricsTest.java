package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The official metrics against numbers of an independent program. */
class GoldenMetricsTest {
    private static final Offset<Double> TOLERANCE = within(1e-9);

    private final MetricContext all = MetricContext.of(Golden.read("maps"), Golden.truth());

    @Test
    void should_select_the_same_number_of_cells_at_every_level() {
        INDArray expected = Golden.read("n_selected");
        for (int sample = 0; sample < all.samples(); sample++) {
            for (int level = 0; level < 9; level++) {
                assertThat(all.massCurves().selected(sample, level))
                        .as("map %d, level %d", sample, level)
                        .isEqualTo(expected.getInt(sample, level));
            }
        }
    }

    @Test
    void should_give_the_same_precision_and_be_valid_on_the_same_maps() {
        INDArray expected = Golden.read("precision");
        INDArray valid = Golden.read("valid_precision");
        for (int sample = 0; sample < all.samples(); sample++) {
            for (int level = 0; level < 9; level++) {
                double actual = all.massCurves().precision(sample, level);
                check(actual, expected, valid, sample, level);
            }
        }
    }

    @Test
    void should_give_the_same_recall_and_be_valid_on_the_same_maps() {
        INDArray expected = Golden.read("recall");
        INDArray valid = Golden.read("valid_recall");
        for (int sample = 0; sample < all.samples(); sample++) {
            for (int level = 0; level < 9; level++) {
                double actual = all.massCurves().recall(sample, level);
                check(actual, expected, valid, sample, level);
            }
        }
    }

    private static void check(
            double actual, INDArray expected, INDArray valid, int sample, int level) {
        if (valid.getDouble(sample, level) == 1) {
            assertThat(actual)
                    .as("map %d, level %d", sample, level)
                    .isCloseTo(expected.getDouble(sample, level), TOLERANCE);
        } else {
            assertThat(actual).as("map %d, level %d", sample, level).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void should_give_the_same_curves_and_areas_for_every_set(int set) {
        MetricContext context = Golden.set(set);
        assertThat(context.massCurves().meanPrecision())
                .containsExactly(
                        Golden.read("set_precision").getRow(set).toDoubleVector(), TOLERANCE);
        assertThat(context.massCurves().meanRecall())
                .containsExactly(Golden.read("set_recall").getRow(set).toDoubleVector(), TOLERANCE);
        INDArray areas = Golden.read("set_aup_aur_aupr").getRow(set);
        assertThat(new AreaUnderPrecision().evaluate(context).mean())
                .isCloseTo(areas.getDouble(0), TOLERANCE);
        assertThat(new AreaUnderRecall().evaluate(context).mean())
                .isCloseTo(areas.getDouble(1), TOLERANCE);
        assertThat(new AreaUnderPrecisionRecall().evaluate(context).mean())
                .isCloseTo(areas.getDouble(2), TOLERANCE);
    }

    @Test
    void should_count_the_maps_that_the_official_metrics_skip() {
        assertThat(new AreaUnderPrecision().evaluate(all).skipped()).isEqualTo(1);
        assertThat(new AreaUnderRecall().evaluate(all).skipped()).isEqualTo(2);
        Scores aupr = new AreaUnderPrecisionRecall().evaluate(all);
        assertThat(aupr.aggregation()).isEqualTo(Aggregation.AREA_OF_MEAN_CURVE);
        assertThat(aupr.skipped()).isEqualTo(2);
        assertThat(Math.abs(aupr.mean() - aupr.meanOfSamples())).isGreaterThan(0.01);
    }

    @Test
    void should_rescale_raw_attributions_as_the_official_code_does() {
        INDArray raw = Golden.read("raw");
        MetricContext context = MetricContext.of(raw, Nd4j.ones(DataType.BOOL, raw.shape()));
        INDArray expected = Golden.read("raw_rescaled");
        for (int sample = 0; sample < raw.size(0); sample++) {
            for (int cell = 0; cell < 240; cell++) {
                assertThat(context.saliency(sample, cell))
                        .isCloseTo(expected.getDouble(sample, cell / 12, cell % 12), TOLERANCE);
            }
        }
    }
}
