package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every layer promises, whatever it computes. */
abstract class LayerContract {
    private static final int BATCH = 3;

    /** The layer under test. */
    abstract TangentLayer layer();

    /** Shape of one example. */
    abstract long[] inputShape();

    @Test
    void should_have_gradients_that_equal_finite_differences() {
        TestTower tower = tower(Mode.EXPLAIN, DataType.DOUBLE);
        GradientCheck.run(tower, draw(BATCH, 5), new SplittableRandom(6));
    }

    @Test
    void should_compute_every_row_of_a_batch_on_its_own() {
        TestTower tower = tower(Mode.EXPLAIN, DataType.DOUBLE);
        INDArray x = draw(BATCH, 7);
        INDArray all = tower.output(x);
        for (int b = 0; b < BATCH; b++) {
            INDArray alone = tower.output(Nd4j.pullRows(rows(x), 1, b).reshape('c', shape(1)));
            assertThat(alone.slice(0).distance2(all.slice(b))).isLessThan(1e-12);
        }
    }

    @Test
    void should_share_parameters_when_it_is_called_twice_in_one_scope() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(8));
        TestTower twice =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        inputShape(),
                        (scope, x) -> layer().forward(scope, x).add(layer().forward(scope, x)));
        INDArray x = draw(BATCH, 9);
        long shared = parameters.count();
        TestTower once = new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        assertThat(parameters.count()).isEqualTo(shared);
        assertThat(twice.output(x).distance2(once.output(x).mul(2))).isLessThan(1e-12);
        INDArray weights = weights(once.output(x), 10);
        Map<String, INDArray> gradients = twice.gradients(x, weights);
        once.gradients(x, weights)
                .forEach(
                        (name, gradient) ->
                                assertThat(gradients.get(name).distance2(gradient.mul(2)))
                                        .as(name)
                                        .isCloseTo(0, within(1e-10)));
    }

    @Test
    void should_repeat_its_start_values_from_the_seed() {
        INDArray x = draw(BATCH, 11);
        assertThat(tower(Mode.EXPLAIN, DataType.FLOAT).output(x))
                .isEqualTo(tower(Mode.EXPLAIN, DataType.FLOAT).output(x));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void should_give_the_same_value_beside_a_tangent(Mode mode) {
        TangentCheck.equalValues(
                mode, inputShape(), layer()::forward, layer()::forward, draw(BATCH, 14));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void should_have_tangents_that_equal_finite_differences(Mode mode) {
        TangentCheck.againstDifferences(mode, inputShape(), layer()::forward, draw(BATCH, 15));
    }

    @Test
    void should_have_tangents_that_can_be_differentiated_by_its_parameters() {
        TangentCheck.differentiable(inputShape(), layer()::forward, draw(BATCH, 16));
    }

    @Test
    void should_lead_back_by_the_transposed_jacobian() {
        assumeThat(layer()).isInstanceOf(AdjointLayer.class);
        AdjointLayer layer = (AdjointLayer) layer();
        TangentCheck.transposed(inputShape(), layer::forward, layer::pullback, draw(BATCH, 17));
    }

    private TestTower tower(Mode mode, DataType type) {
        return new TestTower(
                new Parameters(type, new SplittableRandom(4)),
                mode,
                inputShape(),
                layer()::forward);
    }

    private INDArray draw(int samples, long seed) {
        return GradientCheck.normal(new SplittableRandom(seed), shape(samples));
    }

    private static INDArray weights(INDArray output, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return GradientCheck.normal(random, output.shape());
    }

    private static INDArray rows(INDArray x) {
        return x.reshape('c', x.size(0), x.length() / x.size(0));
    }

    private long[] shape(long samples) {
        long[] shape = new long[inputShape().length + 1];
        shape[0] = samples;
        System.arraycopy(inputShape(), 0, shape, 1, inputShape().length);
        return shape;
    }
}
