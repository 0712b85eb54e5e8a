package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HardClipTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new HardClip(0.4, 0.9);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5};
    }

    @Test
    void should_cut_off_what_lies_outside_and_let_nothing_through_there() {
        assertThat(values(new HardClip(5, 2), -6, -4.5, 0, 1.5, 2.5))
                .containsExactly(-5, -4.5, 0, 1.5, 2);
        assertThat(slopes(new HardClip(5, 2), -6, -4.5, 0, 1.5, 2.5))
                .containsExactly(0, 1, 1, 1, 0);
    }

    @Test
    void should_refuse_bounds_that_make_no_sense() {
        assertThatThrownBy(() -> new HardClip(-5, 5))
                .hasMessage("below must be positive, was -5.0");
        assertThatThrownBy(() -> new HardClip(5, Double.NaN))
                .hasMessage("above must be positive, was NaN");
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
