package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LstmTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Lstm(6, 3, 4, 0.5);
    }

    @Override
    long[] inputShape() {
        return new long[] {6, 3};
    }

    @Test
    void should_equal_the_equations_step_by_step() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower = new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 2, 6, 3);
        assertThat(tower.output(x).distance2(byHand(x, parameters))).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void should_handle_a_single_step_and_a_single_feature(int steps) {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(3));
        TestTower tower =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {steps, 1},
                        new Lstm(steps, 1, 4, 0)::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(4), 2, steps, 1);
        assertThat(tower.output(x).distance2(byHand(x, parameters))).isLessThan(1e-12);
        GradientCheck.run(tower, x, new SplittableRandom(5));
    }

    @Test
    void should_add_the_forget_bias_to_the_forget_gates_only() {
        INDArray without = biasIh(0);
        INDArray with = biasIh(2);
        for (int i = 0; i < 16; i++) {
            double expected = i >= 4 && i < 8 ? 2 : 0;
            assertThat(with.getDouble(i) - without.getDouble(i))
                    .as("gate %d", i)
                    .isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void should_draw_start_values_in_the_range_of_pytorch() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(parameters, Mode.EXPLAIN, new long[] {2, 50}, new Lstm(2, 50, 4, 0)::forward);
        INDArray weight = parameters.get("weight_ih");
        assertThat(weight.amaxNumber().doubleValue()).isBetween(0.49, 0.5);
        assertThat(weight.minNumber().doubleValue()).isBetween(-0.5, -0.49);
        assertThat(weight.dataType()).isEqualTo(DataType.DOUBLE);
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new Lstm(6, 0, 4, 0))
                .hasMessage("features must be at least 1, was 0");
        assertThatThrownBy(() -> new Lstm(6, 3, -1, 0))
                .hasMessage("hidden must be at least 1, was -1");
        assertThatThrownBy(() -> new Lstm(6, 3, 4, Double.NaN))
                .hasMessage("forgetBias must be finite, was NaN");
    }

    private static INDArray biasIh(double forgetBias) {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.EXPLAIN,
                new long[] {6, 3},
                new Lstm(6, 3, 4, forgetBias)::forward);
        return parameters.get("bias_ih");
    }

    private static INDArray byHand(INDArray x, Parameters parameters) {
        int hidden = 4;
        Map<String, INDArray> w = parameters.snapshot();
        INDArray out = Nd4j.zeros(DataType.DOUBLE, x.size(0), hidden);
        for (int b = 0; b < x.size(0); b++) {
            double[] h = new double[hidden];
            double[] c = new double[hidden];
            for (int t = 0; t < x.size(1); t++) {
                double[] gates = new double[4 * hidden];
                for (int g = 0; g < gates.length; g++) {
                    gates[g] = w.get("bias_ih").getDouble(g) + w.get("bias_hh").getDouble(g);
                    for (int f = 0; f < x.size(2); f++) {
                        gates[g] += w.get("weight_ih").getDouble(g, f) * x.getDouble(b, t, f);
                    }
                    for (int u = 0; u < hidden; u++) {
                        gates[g] += w.get("weight_hh").getDouble(g, u) * h[u];
                    }
                }
                for (int u = 0; u < hidden; u++) {
                    double in = sigmoid(gates[u]);
                    double forget = sigmoid(gates[hidden + u]);
                    double cell = Math.tanh(gates[2 * hidden + u]);
                    c[u] = forget * c[u] + in * cell;
                    h[u] = sigmoid(gates[3 * hidden + u]) * Math.tanh(c[u]);
                }
            }
            for (int u = 0; u < hidden; u++) {
                out.putScalar(b, u, h[u]);
            }
        }
        return out;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
