package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GlobalAveragePooling2dTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new GlobalAveragePooling2d();
    }

    @Override
    long[] inputShape() {
        return new long[] {3, 4, 2};
    }

    @Test
    void should_give_the_mean_of_each_channel() {
        TestTower tower =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.EXPLAIN,
                        new long[] {2, 1, 3},
                        layer()::forward);
        INDArray x = Nd4j.create(new double[] {1, 2, 6, -1, 0, -2}, new long[] {1, 2, 1, 3}, 'c');
        assertThat(tower.output(x)).isEqualTo(Nd4j.create(new double[][] {{3, -1}}));
    }
}
