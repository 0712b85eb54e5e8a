package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class DenseTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Dense(3, 2);
    }

    @Override
    long[] inputShape() {
        return new long[] {3};
    }

    @Test
    void should_multiply_by_the_transposed_weight_and_add_the_bias() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower = new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        parameters.assign(
                Map.of(
                        "weight", Nd4j.create(new double[][] {{1, 2, 3}, {4, 5, 6}}),
                        "bias", Nd4j.create(new double[] {10, 20})));
        assertThat(tower.output(Nd4j.create(new double[][] {{1, 0, -1}})).toDoubleMatrix()[0])
                .containsExactly(8, 18);
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new Dense(0, 2)).hasMessage("in must be at least 1, was 0");
        assertThatThrownBy(() -> new Dense(2, 0)).hasMessage("out must be at least 1, was 0");
    }
}
