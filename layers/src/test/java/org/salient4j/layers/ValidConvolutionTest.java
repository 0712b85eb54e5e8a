package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ValidConvolutionTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new BatchLast(new ValidConvolution(6, 3, 4, 3));
    }

    @Override
    long[] inputShape() {
        return new long[] {6, 3};
    }

    @ParameterizedTest
    @CsvSource({"6, 3, 4, 3", "5, 1, 1, 1", "4, 2, 3, 4", "7, 5, 2, 2"})
    void should_equal_the_sums_of_the_definition(int steps, int in, int out, int kernel) {
        ValidConvolution layer = new ValidConvolution(steps, in, out, kernel);
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters,
                        Mode.EXPLAIN,
                        new long[] {steps, in},
                        new BatchLast(layer)::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, steps, in);
        assertThat(tower.output(x).distance2(byHand(layer, x, parameters))).isLessThan(1e-12);
        GradientCheck.run(tower, x, new SplittableRandom(3));
    }

    @Test
    void should_draw_start_values_in_the_range_of_pytorch() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.EXPLAIN,
                new long[] {4, 50},
                new BatchLast(new ValidConvolution(4, 50, 40, 2))::forward);
        for (String name : new String[] {"weight", "bias"}) {
            assertThat(parameters.get(name).amaxNumber().doubleValue())
                    .isBetween(name.equals("weight") ? 0.0995 : 0.08, 0.1);
        }
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new ValidConvolution(2, 3, 4, 3))
                .hasMessage("kernel must be at most timeSteps (2), was 3");
        assertThatThrownBy(() -> new ValidConvolution(2, 3, 0, 2))
                .hasMessage("out must be at least 1, was 0");
    }

    private static INDArray byHand(ValidConvolution layer, INDArray x, Parameters parameters) {
        int steps = layer.timeSteps() - layer.kernel() + 1;
        INDArray y = Nd4j.zeros(DataType.DOUBLE, x.size(0), steps, layer.out());
        for (int b = 0; b < x.size(0); b++) {
            for (int t = 0; t < steps; t++) {
                for (int o = 0; o < layer.out(); o++) {
                    double sum = parameters.get("bias").getDouble(o);
                    for (int i = 0; i < layer.in(); i++) {
                        for (int j = 0; j < layer.kernel(); j++) {
                            sum +=
                                    parameters.get("weight").getDouble(o, i, j)
                                            * x.getDouble(b, t + j, i);
                        }
                    }
                    y.putScalar(b, t, o, sum);
                }
            }
        }
        return y;
    }
}
