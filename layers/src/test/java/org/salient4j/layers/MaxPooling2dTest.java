package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MaxPooling2dTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new MaxPooling2d(2);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5, 4};
    }

    @Test
    void should_take_the_largest_of_each_tile_and_leave_out_what_fills_none() {
        TestTower tower =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.EXPLAIN,
                        new long[] {1, 3, 4},
                        layer()::forward);
        INDArray x =
                Nd4j.create(
                        new double[] {
                            -1, -2, 5, 6, //
                            -3, -4, 8, 7, //
                            90, 91, 92, 93
                        },
                        new long[] {1, 1, 3, 4},
                        'c');
        assertThat(tower.output(x))
                .isEqualTo(Nd4j.create(new double[] {-1, 8}, new long[] {1, 1, 1, 2}, 'c'));
    }

    /** Where cells are equal, the tangent is that of the one that the gradient flows to. */
    @Test
    void should_follow_the_first_of_equal_cells() {
        Parameters none = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        long[] shape = {2, 4, 6};
        INDArray x = Nd4j.ones(DataType.DOUBLE, 1, 2, 4, 6);
        INDArray u = GradientCheck.normal(new SplittableRandom(4), x.shape());
        INDArray tangent =
                new TangentTower(none, Mode.EXPLAIN, shape, layer()::forward).tangent(x, u);
        INDArray gradient =
                new TestTower(none, Mode.EXPLAIN, shape, layer()::forward)
                        .gradients(x, Nd4j.ones(DataType.DOUBLE, 1, 2, 2, 3))
                        .get("x");
        assertThat(tangent.getDouble(0, 1, 0, 2)).isEqualTo(u.getDouble(0, 1, 0, 4));
        assertThat(tangent.sumNumber().doubleValue())
                .isCloseTo(gradient.mul(u).sumNumber().doubleValue(), within(1e-12));
    }

    @Test
    void should_refuse_a_size_that_makes_no_sense() {
        assertThatThrownBy(() -> new MaxPooling2d(0)).hasMessage("size must be at least 1, was 0");
    }
}
