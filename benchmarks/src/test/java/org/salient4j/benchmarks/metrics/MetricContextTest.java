package org.salient4j.benchmarks.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class MetricContextTest {
    private static final INDArray TRUTH = Nd4j.createFromArray(true, false, false, true);

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void should_refuse_attributions_that_are_not_finite_and_say_where(double bad) {
        INDArray attributions = Nd4j.zeros(DataType.DOUBLE, 2, 3, 4);
        attributions.putScalar(1, 2, 1, bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(attributions, Nd4j.ones(DataType.BOOL, 2, 3, 4)))
                .withMessage("attributions must be finite, found " + bad + " in sample 1, cell 9");
    }

    @Test
    void should_refuse_a_truth_of_another_shape() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MetricContext.of(
                                        Nd4j.rand(DataType.FLOAT, 2, 3, 4),
                                        Nd4j.ones(DataType.BOOL, 2, 4, 3)))
                .withMessage(
                        "attributions and truth must have the same shape, "
                                + "were [2, 3, 4] and [2, 4, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(new double[][] {{1, 2}}, new boolean[2][2]))
                .withMessage("attributions hold 1 samples, truth holds 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(new double[][] {{1, 2}}, new boolean[1][3]))
                .withMessage("truth of sample 0 must have 2 cells, had 3");
    }

    @Test
    void should_refuse_what_is_no_batch_of_maps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(Nd4j.rand(DataType.FLOAT, 4), TRUTH))
                .withMessageContaining("[N, ...]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(new double[0][], new boolean[0][]))
                .withMessage("attributions hold no sample");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(new double[][] {{1}}, new boolean[][] {{true}}))
                .withMessage("a sample must have at least 2 cells, has 1");
    }

    @Test
    void should_read_a_truth_of_zeros_and_ones_and_refuse_other_numbers() {
        INDArray attributions = Nd4j.createFromArray(new double[][] {{1, 2, 3, 4}});
        INDArray numbers = Nd4j.createFromArray(new double[][] {{0, 1, 1, 0}});
        MetricContext context = MetricContext.of(attributions, numbers);
        assertThat(context.isTrue(0, 0)).isFalse();
        assertThat(context.isTrue(0, 1)).isTrue();
        INDArray shares = Nd4j.createFromArray(new double[][] {{0, 1, .5, 0}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricContext.of(attributions, shares))
                .withMessage("truth must be 0 or 1, found 0.5 in sample 0, cell 2");
    }

    @Test
    void should_flatten_views_and_other_orders_as_they_are_read() {
        INDArray all = Nd4j.arange(60).castTo(DataType.FLOAT).reshape('c', 5, 3, 4);
        INDArray view = all.get(NDArrayIndex.interval(1, 3)).permute(0, 2, 1);
        INDArray truth = view.gt(20);
        MetricContext context = MetricContext.of(view, truth);
        assertThat(context.sampleShape()).containsExactly(4, 3);
        for (int i = 0; i < 2; i++) {
            for (int cell = 0; cell < 12; cell++) {
                assertThat(context.magnitude(i, cell))
                        .isEqualTo(view.getDouble(i, cell / 3, cell % 3));
                assertThat(context.isTrue(i, cell))
                        .isEqualTo(view.getDouble(i, cell / 3, cell % 3) > 20);
            }
        }
    }

    @Test
    void should_rescale_magnitudes_within_each_sample() {
        double[][] maps = {{-4, 2, 3}, {7, 7, -7}, {1e-300, 3e-300, 2e-300}};
        MetricContext context =
                MetricContext.of(
                        maps,
                        new boolean[][] {
                            {true, false, true}, {true, false, true}, {true, false, true}
                        });
        assertThat(context.saliency(0, 0)).isOne();
        assertThat(context.saliency(0, 1)).isZero();
        assertThat(context.saliency(0, 2)).isEqualTo(0.5);
        assertThat(context.saliency(1, 0)).isZero();
        assertThat(context.saliency(2, 2)).isCloseTo(0.5, within(1e-12));
        assertThat(context.isScorable(1)).isFalse();
        assertThat(context.isScorable(2)).isTrue();
    }

    @Test
    void should_not_change_when_its_inputs_do() {
        double[][] maps = {{1, 2, 3}};
        boolean[][] truth = {{true, false, true}};
        INDArray array = Nd4j.createFromArray(new double[][] {{-1, 2, 3}});
        MetricContext fromRows = MetricContext.of(maps, truth);
        MetricContext fromArray = MetricContext.of(array, Nd4j.createFromArray(truth));
        maps[0][0] = 9;
        truth[0][0] = false;
        assertThat(fromRows.magnitude(0, 0)).isOne();
        assertThat(fromRows.isTrue(0, 0)).isTrue();
        assertThat(fromArray.magnitude(0, 0)).isOne();
        assertThat(array.getDouble(0, 0)).isEqualTo(-1);
    }

    @Test
    void should_sort_each_sample_once() {
        MetricContext context =
                MetricContext.of(new double[][] {{1, 2, 3}}, new boolean[][] {{true, false, true}});
        assertThat(context.ranking(0)).isSameAs(context.ranking(0));
        assertThat(context.massCurves()).isSameAs(context.massCurves());
    }
}
