package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class EncoderLayerTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new StepsAsRows(
                new EncoderLayer(new MultiHeadAttention(4, 6, 2, true, 0.2), 7), 4, 6);
    }

    @Override
    long[] inputShape() {
        return new long[] {4, 6};
    }

    @Test
    void should_pass_its_input_on_where_both_parts_give_nothing() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower = new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        for (String last : new String[] {"out.weight", "out.bias", "ff2.weight", "ff2.bias"}) {
            parameters.get(last).assign(0);
        }
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, 4, 6);
        assertThat(tower.output(x)).isEqualTo(x);
    }
}
