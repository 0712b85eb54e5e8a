package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class TimePoolingTest {
    /** More steps than channels and samples: a step beyond the last axis has to have a gradient. */
    @ParameterizedTest
    @EnumSource(TimePooling.class)
    void should_remove_the_time_axis(TimePooling pooling) {
        TestTower tower =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.EXPLAIN,
                        new long[] {7, 3},
                        (scope, x) -> pooling.pool(scope.graph(), x, 7));
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
    }
}
