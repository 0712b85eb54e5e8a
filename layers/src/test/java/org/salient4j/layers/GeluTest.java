package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GeluTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Gelu();
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5};
    }

    /** Φ and φ of ±1 and ±2 from the tables of the normal distribution. */
    @Test
    void should_weigh_by_the_normal_distribution() {
        assertThat(values(new Gelu(), 0, 1, -1, 2, -2))
                .containsExactly(
                        new double[] {
                            0,
                            0.841344746068543,
                            -0.158655253931457,
                            2 * 0.977249868051821,
                            -2 * 0.022750131948179
                        },
                        within(1e-14));
        assertThat(slopes(new Gelu(), 0, 1, -2))
                .containsExactly(
                        new double[] {
                            0.5,
                            0.841344746068543 + 0.241970724519143,
                            0.022750131948179 - 2 * 0.053990966513188
                        },
                        within(1e-14));
    }

    @Test
    void should_be_the_identity_or_nothing_far_from_zero() {
        assertThat(values(new Gelu(), 40, -40)).containsExactly(40, -0.0);
        assertThat(slopes(new Gelu(), 40, -40)).containsExactly(1, 0);
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
