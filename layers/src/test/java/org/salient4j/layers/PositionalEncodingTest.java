package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PositionalEncodingTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new PositionalEncoding(4, 5);
    }

    @Override
    long[] inputShape() {
        return new long[] {4, 5};
    }

    @Test
    void should_add_the_reference_positions_to_the_scaled_input() {
        TestTower tower =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.EXPLAIN,
                        new long[] {50, 50},
                        new PositionalEncoding(50, 50)::forward);
        INDArray expected = Golden.read("transformer/positional_encoding");
        INDArray zero = tower.output(Nd4j.zeros(DataType.DOUBLE, 1, 50, 50));
        assertThat(zero.reshape(50, 50).distance2(expected)).isLessThan(1e-12);
        INDArray one = tower.output(Nd4j.ones(DataType.DOUBLE, 1, 50, 50));
        assertThat(one.sub(zero).sub(Math.sqrt(50)).amaxNumber().doubleValue()).isLessThan(1e-12);
    }
}
