package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ReluTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Relu();
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5};
    }

    @Test
    void should_keep_what_is_positive() {
        assertThat(values(new Relu(), -2, 0, 3)).containsExactly(0, 0, 3);
        assertThat(slopes(new Relu(), -2, 0, 3)).containsExactly(0, 0, 1);
    }

    private static double[] values(TangentLayer layer, double... x) {
        return tower(layer, x.length).value(row(x), row(x)).toDoubleVector();
    }

    private static double[] slopes(TangentLayer layer, double... x) {
        INDArray ones = Nd4j.ones(DataType.DOUBLE, 1, x.length);
        return tower(layer, x.length).tangent(row(x), ones).toDoubleVector();
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
