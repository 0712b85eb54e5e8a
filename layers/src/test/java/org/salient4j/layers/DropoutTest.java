package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DropoutTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Dropout(0.3);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5};
    }

    private static final INDArray ONES = Nd4j.ones(DataType.DOUBLE, 100, 500);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void should_drop_the_given_share_and_keep_the_mean(double rate) {
        Nd4j.getRandom().setSeed(5);
        double[] values = tower(rate, Mode.TRAIN).output(ONES).ravel().toDoubleVector();
        int dropped = 0;
        double sum = 0;
        for (double value : values) {
            dropped += value == 0 ? 1 : 0;
            sum += value;
            assertThat(value == 0 || Math.abs(value - 1 / (1 - rate)) < 1e-12).isTrue();
        }
        // Five standard deviations of 50,000 independent draws.
        double deviation = Math.sqrt(rate * (1 - rate) / values.length);
        assertThat((double) dropped / values.length).isCloseTo(rate, within(5 * deviation));
        assertThat(sum / values.length).isCloseTo(1, within(5 * deviation / (1 - rate)));
    }

    @Test
    void should_draw_anew_in_every_run_and_repeat_from_a_seed() {
        TestTower tower = tower(0.5, Mode.TRAIN);
        Nd4j.getRandom().setSeed(5);
        INDArray first = tower.output(ONES).dup();
        INDArray second = tower.output(ONES).dup();
        Nd4j.getRandom().setSeed(5);
        assertThat(tower.output(ONES)).isEqualTo(first).isNotEqualTo(second);
    }

    @Test
    void should_draw_rows_and_towers_on_their_own() {
        Nd4j.getRandom().setSeed(5);
        INDArray once = tower(0.5, Mode.TRAIN).output(ONES);
        assertThat(once.getRow(0)).isNotEqualTo(once.getRow(1));
        TestTower twice =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.TRAIN,
                        new long[] {500},
                        (scope, x) ->
                                new Dropout(0.5)
                                        .forward(scope, x)
                                        .sub(new Dropout(0.5).forward(scope, x)));
        // Independent masks differ in half of the cells.
        double differing =
                twice.output(ONES).neq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
        assertThat(differing).isCloseTo(0.5, within(0.02));
    }

    @Test
    void should_be_absent_in_explanation_and_at_rate_zero() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.DOUBLE, -1, 500);
        Parameters none = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        Scope explain = new Scope(graph, none, Mode.EXPLAIN);
        Scope train = new Scope(graph, none, Mode.TRAIN);
        assertThat(new Dropout(0.5).forward(explain, x)).isSameAs(x);
        assertThat(new Dropout(0).forward(train, x)).isSameAs(x);
        assertThat(new Dropout(0.5).forward(train, x)).isNotSameAs(x);
    }

    @Test
    void should_drop_the_tangent_with_the_value() {
        TangentTower tower =
                new TangentTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.TRAIN,
                        new long[] {500},
                        new Dropout(0.5)::forward);
        Map<String, INDArray> both = tower.both(ONES, ONES.mul(3));
        assertThat(both.get("t")).isEqualTo(both.get("y").mul(3));
        assertThat(both.get("t").minNumber().doubleValue()).isZero();
    }

    @Test
    void should_pass_the_gradient_of_the_kept_cells_only() {
        INDArray gradient = tower(0.5, Mode.TRAIN).gradients(ONES, ONES).get("x");
        for (double value : gradient.ravel().toDoubleVector()) {
            assertThat(value == 0 || value == 2).isTrue();
        }
        assertThat(gradient.meanNumber().doubleValue()).isCloseTo(1, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void should_refuse_rates_outside_the_range(double rate) {
        assertThatThrownBy(() -> new Dropout(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be in [0, 1), was " + rate);
    }

    private static TestTower tower(double rate, Mode mode) {
        return new TestTower(
                new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                mode,
                new long[] {500},
                new Dropout(rate)::forward);
    }
}
