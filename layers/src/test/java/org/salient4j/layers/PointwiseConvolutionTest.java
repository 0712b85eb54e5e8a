package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class PointwiseConvolutionTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new BatchLast(new PointwiseConvolution(5, 3, 2));
    }

    @Override
    long[] inputShape() {
        return new long[] {5, 3};
    }

    @Test
    void should_map_the_channels_of_every_step_alike() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower = new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 4, 5, 3);
        INDArray weight = parameters.get("weight").reshape(2, 3);
        INDArray expected =
                x.reshape('c', 20, 3)
                        .mmul(weight.transpose())
                        .addRowVector(parameters.get("bias"))
                        .reshape('c', 4, 5, 2);
        assertThat(tower.output(x).distance2(expected)).isLessThan(1e-12);
    }

    @Test
    void should_start_with_small_weights_as_the_released_code() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.EXPLAIN,
                new long[] {2, 40},
                new BatchLast(new PointwiseConvolution(2, 40, 50))::forward);
        assertThat(parameters.get("weight").stdNumber().doubleValue()).isBetween(0.0095, 0.0105);
        assertThat(parameters.get("bias").amaxNumber().doubleValue())
                .isBetween(0.1, 1 / Math.sqrt(40));
    }
}
