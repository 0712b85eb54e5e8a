package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TanhTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Tanh(1.7);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5};
    }

    @Test
    void should_be_bounded_by_its_scale() {
        assertThat(values(new Tanh(3), 0, 50, -50)).containsExactly(0, 3, -3);
        assertThat(slopes(new Tanh(3), 0, 50, -50)).containsExactly(3, 0, 0);
        assertThat(values(new Tanh(), 0.5))
                .containsExactly(new double[] {Math.tanh(0.5)}, within(1e-15));
    }

    @Test
    void should_refuse_scales_that_make_no_sense() {
        assertThatThrownBy(() -> new Tanh(0)).hasMessage("scale must be positive, was 0.0");
        assertThatThrownBy(() -> new Tanh(Double.POSITIVE_INFINITY))
                .hasMessage("scale must be positive, was Infinity");
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
