package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CausalConvolutionTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new BatchLast(new CausalConvolution(6, 3, 4, 3, 2));
    }

    @Override
    long[] inputShape() {
        return new long[] {6, 3};
    }

    @ParameterizedTest
    @CsvSource({
        "6, 3, 4, 3, 2",
        "5, 1, 1, 1, 1",
        "1, 2, 3, 4, 1",
        "4, 2, 3, 3, 8",
        "7, 5, 2, 2, 1"
    })
    void should_equal_the_sums_of_the_definition(
            int steps, int in, int out, int kernel, int dilation) {
        CausalConvolution layer = new CausalConvolution(steps, in, out, kernel, dilation);
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {steps, in},
                        new BatchLast(layer)::forward);
        parameters.get("g").muli(1.7); // away from |v|, where it starts
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, steps, in);
        assertThat(tower.output(x).distance2(byHand(layer, x, parameters))).isLessThan(1e-12);
        GradientCheck.run(tower, x, new SplittableRandom(3));
    }

    @Test
    void should_not_see_the_future() {
        TestTower tower =
                new TestTower(
                        new Parameters(DataType.DOUBLE, new SplittableRandom(1)),
                        Mode.EXPLAIN,
                        inputShape(),
                        layer()::forward);
        INDArray weights = Nd4j.zeros(DataType.DOUBLE, 1, 6, 4);
        weights.putScalar(new int[] {0, 3, 1}, 1);
        INDArray gradient =
                tower.gradients(GradientCheck.normal(new SplittableRandom(2), 1, 6, 3), weights)
                        .get("x");
        for (int t = 0; t < 6; t++) {
            boolean tap = t == 3 || t == 1; // and -1, before the start
            double size = 0;
            for (int f = 0; f < 3; f++) {
                size += Math.abs(gradient.getDouble(0, t, f));
            }
            assertThat(size > 0).as("step %d", t).isEqualTo(tap);
        }
    }

    @Test
    void should_start_with_weights_that_equal_their_direction() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(parameters, Mode.EXPLAIN, inputShape(), layer()::forward);
        INDArray v = parameters.get("v");
        assertThat(v.shape()).containsExactly(4, 3, 3);
        for (int o = 0; o < 4; o++) {
            double square = 0;
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    square += Math.pow(v.getDouble(o, i, k), 2);
                }
            }
            assertThat(parameters.get("g").getDouble(o))
                    .isCloseTo(Math.sqrt(square), within(1e-12));
        }
        assertThat(v.amaxNumber().doubleValue()).isBetween(0.25, 1.0 / 3);
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new CausalConvolution(6, 3, 4, 0, 2))
                .hasMessage("kernel must be at least 1, was 0");
        assertThatThrownBy(() -> new CausalConvolution(6, 3, 4, 3, -2))
                .hasMessage("dilation must be at least 1, was -2");
    }

    private static INDArray byHand(CausalConvolution layer, INDArray x, Parameters parameters) {
        INDArray v = parameters.get("v");
        INDArray y = Nd4j.zeros(DataType.DOUBLE, x.size(0), layer.timeSteps(), layer.out());
        for (int o = 0; o < layer.out(); o++) {
            double square = 0;
            for (int i = 0; i < layer.in(); i++) {
                for (int k = 0; k < layer.kernel(); k++) {
                    square += Math.pow(v.getDouble(o, i, k), 2);
                }
            }
            double scale = parameters.get("g").getDouble(o) / Math.sqrt(square);
            for (int b = 0; b < x.size(0); b++) {
                for (int t = 0; t < layer.timeSteps(); t++) {
                    double sum = parameters.get("bias").getDouble(o);
                    for (int k = 0; k < layer.kernel(); k++) {
                        int from = t - (layer.kernel() - 1 - k) * layer.dilation();
                        for (int i = 0; from >= 0 && i < layer.in(); i++) {
                            sum += scale * v.getDouble(o, i, k) * x.getDouble(b, from, i);
                        }
                    }
                    y.putScalar(b, t, o, sum);
                }
            }
        }
        return y;
    }
}
