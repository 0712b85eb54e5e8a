package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SoftmaxTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Softmax(2);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5};
    }

    @Test
    void should_give_shares_of_each_row() {
        assertThat(values(new Softmax(1), Math.log(1), Math.log(2), Math.log(5)))
                .containsExactly(new double[] {0.125, 0.25, 0.625}, within(1e-15));
    }

    @Test
    void should_refuse_the_batch_axis() {
        assertThatThrownBy(() -> new Softmax(0)).hasMessage("axis must be at least 1, was 0");
    }

    private static double[] values(TangentLayer layer, double... x) {
        return tower(layer, x.length).value(row(x), row(x)).toDoubleVector();
    }

    private static INDArray row(double... x) {
        return Nd4j.create(new double[][] {x});
    }

    private static TangentTower tower(TangentLayer layer, int size) {
        return new TangentTower(
                new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                Mode.EXPLAIN,
                new long[] {size},
                layer::forward);
    }
}
