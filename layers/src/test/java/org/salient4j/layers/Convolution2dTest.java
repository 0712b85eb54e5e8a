package org.salient4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Convolution2dTest extends LayerContract {
    @Override
    TangentLayer layer() {
        return new Convolution2d(2, 3, 3);
    }

    @Override
    long[] inputShape() {
        return new long[] {2, 5, 6};
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 3, 1, 0, true, 5, 6",
        "1, 1, 1, 1, 0, true, 1, 1",
        "3, 2, 2, 1, 0, true, 2, 2",
        "1, 4, 5, 1, 0, true, 7, 5",
        "3, 4, 3, 1, 1, false, 4, 5",
        "2, 3, 3, 2, 1, false, 6, 7",
        "3, 2, 1, 2, 0, false, 5, 4",
        "2, 2, 3, 3, 2, true, 2, 7"
    })
    void should_equal_the_sums_of_the_definition(
            int in,
            int out,
            int kernel,
            int stride,
            int padding,
            boolean bias,
            int height,
            int width) {
        Convolution2d layer =
                new Convolution2d(in, out, kernel, stride, padding, bias, KernelStart.UNIFORM);
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        TestTower tower =
                new TestTower(
                        parameters, Mode.EXPLAIN, new long[] {in, height, width}, layer::forward);
        INDArray x = GradientCheck.normal(new SplittableRandom(2), 3, in, height, width);
        INDArray expected = byHand(x, parameters, stride, padding);
        assertThat(tower.output(x).shape()).isEqualTo(expected.shape());
        assertThat(tower.output(x).distance2(expected)).isLessThan(1e-12);
        GradientCheck.run(tower, x, new SplittableRandom(3));
    }

    @Test
    void should_start_as_pytorch_does() {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.EXPLAIN,
                new long[] {8, 3, 3},
                new Convolution2d(8, 40, 3)::forward);
        double bound = 1 / Math.sqrt(8 * 9);
        for (String name : parameters.names()) {
            assertThat(parameters.get(name).amaxNumber().doubleValue())
                    .isBetween(0.9 * bound, bound);
        }
        assertThat(parameters.get("weight").shape()).containsExactly(40, 8, 3, 3);
    }

    @ParameterizedTest
    @CsvSource({"HE_FAN_IN, 72", "HE_FAN_OUT, 360"})
    void should_start_as_he_does(KernelStart start, int fan) {
        Parameters parameters = new Parameters(DataType.DOUBLE, new SplittableRandom(1));
        new TestTower(
                parameters,
                Mode.EXPLAIN,
                new long[] {8, 3, 3},
                new Convolution2d(8, 40, 3, 1, 1, true, start)::forward);
        assertThat(parameters.get("weight").stdNumber().doubleValue())
                .isCloseTo(Math.sqrt(2.0 / fan), withinPercentage(5));
        assertThat(parameters.get("bias").amaxNumber().doubleValue()).isZero();
    }

    @Test
    void should_refuse_sizes_that_make_no_sense() {
        assertThatThrownBy(() -> new Convolution2d(0, 1, 1))
                .hasMessage("in must be at least 1, was 0");
        assertThatThrownBy(() -> new Convolution2d(1, 0, 1))
                .hasMessage("out must be at least 1, was 0");
        assertThatThrownBy(() -> new Convolution2d(1, 1, 0))
                .hasMessage("kernel must be at least 1, was 0");
        assertThatThrownBy(() -> new Convolution2d(1, 1, 1, 0, 0, true, KernelStart.UNIFORM))
                .hasMessage("stride must be at least 1, was 0");
        assertThatThrownBy(() -> new Convolution2d(1, 1, 3, 1, 3, true, KernelStart.UNIFORM))
                .hasMessage("padding must be in [0, kernel (3)), was 3");
        assertThatThrownBy(() -> new Convolution2d(1, 1, 3, 1, 0, true, null))
                .hasMessage("start must be given, was null");
    }

    private static INDArray byHand(INDArray image, Parameters parameters, int stride, int padding) {
        INDArray x =
                Nd4j.zeros(
                        DataType.DOUBLE,
                        image.size(0),
                        image.size(1),
                        image.size(2) + 2 * padding,
                        image.size(3) + 2 * padding);
        x.get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.interval(padding, padding + image.size(2)),
                        NDArrayIndex.interval(padding, padding + image.size(3)))
                .assign(image);
        INDArray weight = parameters.get("weight");
        int k = (int) weight.size(2);
        long height = (x.size(2) - k) / stride + 1;
        long width = (x.size(3) - k) / stride + 1;
        INDArray y = Nd4j.zeros(DataType.DOUBLE, x.size(0), weight.size(0), height, width);
        for (int b = 0; b < x.size(0); b++) {
            for (int o = 0; o < weight.size(0); o++) {
                for (int p = 0; p < height; p++) {
                    for (int q = 0; q < width; q++) {
                        double sum =
                                parameters.names().contains("bias")
                                        ? parameters.get("bias").getDouble(o)
                                        : 0;
                        for (int i = 0; i < x.size(1); i++) {
                            for (int u = 0; u < k; u++) {
                                for (int v = 0; v < k; v++) {
                                    sum +=
                                            weight.getDouble(o, i, u, v)
                                                    * x.getDouble(
                                                            b, i, p * stride + u, q * stride + v);
                                }
                            }
                        }
                        y.putScalar(new int[] {b, o, p, q}, sum);
                    }
                }
            }
        }
        return y;
    }
}
