package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class TimePoolingTest {
    private static final long[] SHAPE = {7, 3};

    /** More steps than channels and samples: a step beyond the last axis has to have a gradient. */
    @ParameterizedTest
    @EnumSource(TimePooling.class)
    void should_remove_the_time_axis(TimePooling pooling) {
        TestTower tower =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.EXPLAIN,
                        SHAPE,
                        layer(pooling)::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 2, 7, 3);
        INDArray y = tower.output(x);
        assertThat(y.shape()).containsExactly(2, 3);
        for (int b = 0; b < 2; b++) {
            for (int c = 0; c < 3; c++) {
                double expected = x.getDouble(b, 6, c);
                for (int t = 0; t < 7 && pooling == TimePooling.MAX_OVER_TIME; t++) {
                    expected = Math.max(expected, x.getDouble(b, t, c));
                }
                assertThat(y.getDouble(b, c)).isEqualTo(expected);
            }
        }
        GradientCheck.run(tower, x, new SplittableRandom(3));
        TangentCheck.againstDifferences(Mode.EXPLAIN, SHAPE, layer(pooling)::forward, x);
    }

    /** Where steps are equal, the tangent is that of the one that the gradient flows to. */
    @Test
    void should_follow_the_first_of_equal_steps() {
        TangentLayer layer = layer(TimePooling.MAX_OVER_TIME);
        Parameters none = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        INDArray x = Nd4j.ones(DataType.DOUBLE, 1, 7, 3);
        INDArray u = GradientCheck.normal(new SplittableRandom(4), 1, 7, 3);
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, 3);
        INDArray gradient =
                new TestTower(none, Mode.EXPLAIN, SHAPE, layer::forward)
                        .gradients(x, ones)
                        .get("x");
        INDArray tangent =
                new TangentTower(none, Mode.EXPLAIN, SHAPE, layer::forward).tangent(x, u);
        assertThat(tangent.getRow(0))
                .isEqualTo(u.get(NDArrayIndex.point(0), NDArrayIndex.point(0), NDArrayIndex.all()));
        assertThat(tangent.sumNumber().doubleValue())
                .isCloseTo(gradient.mul(u).sumNumber().doubleValue(), within(1e-12));
    }

    private static TangentLayer layer(TimePooling pooling) {
        return (scope, x) -> pooling.pool(scope.graph(), x, 7);
    }
}
