package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class UnbiasedLayerNormTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new UnbiasedLayerNorm(5);
    }

    @Override
    long[] inputShape() {
        return new long[] {5};
    }

    @Test
    void should_divide_by_the_unbiased_deviation_and_add_the_constant_to_it() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {3},
                        new UnbiasedLayerNorm(3)::forward);
        parameters.get("alpha").assign(Nd4j.create(new double[] {1, 2, 3}));
        parameters.get("bias").assign(Nd4j.create(new double[] {0, 0, 7}));
        // Mean 2, squares 1 + 0 + 1, deviation sqrt(2 / 2) = 1.
        double[] y = tower.output(Nd4j.create(new double[][] {{1, 2, 3}})).toDoubleVector();
        assertThat(y)
                .containsExactly(new double[] {-1 / 1.000001, 0, 3 / 1.000001 + 7}, within(1e-12));
        // Deviation 1e-6: the constant counts as much.
        INDArray close = Nd4j.create(new double[][] {{-1e-6, 0, 1e-6}});
        assertThat(tower.output(close).getDouble(0)).isCloseTo(-0.5, within(1e-9));
    }

    @Test
    void should_refuse_a_single_feature() {
        assertThatThrownBy(() -> new UnbiasedLayerNorm(1))
                .hasMessage("features must be at least 2, was 1");
    }
}
