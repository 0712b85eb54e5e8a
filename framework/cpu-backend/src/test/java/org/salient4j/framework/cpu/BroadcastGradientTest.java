package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The gradients of sums, differences, products and quotients of which one side broadcasts. */
class BroadcastGradientTest {
    private static final List<CpuKernel> KERNELS =
            List.of(
                    new AddGradientKernel(),
                    new SubtractGradientKernel(),
                    new MultiplyGradientKernel(),
                    new DivideGradientKernel());

    /** Shapes of x and y, the larger first. */
    private static final List<long[][]> SHAPES =
            List.of(
                    new long[][] {{7, 5}, {5}},
                    new long[][] {{7, 5}, {1, 5}},
                    new long[][] {{7, 5}, {7, 1}},
                    new long[][] {{3, 4, 5}, {5}},
                    new long[][] {{3, 4, 5}, {1, 4, 5}},
                    new long[][] {{3, 4, 5}, {3, 1, 1}},
                    new long[][] {{2, 3, 4, 5}, {1, 1, 4, 5}},
                    new long[][] {{90, 101}, {101}},
                    new long[][] {{3, 5000}, {3, 1}},
                    new long[][] {{3, 5000}, {1, 5000}});

    static Stream<Arguments> calls() {
        return KERNELS.stream()
                .flatMap(
                        kernel ->
                                SHAPES.stream()
                                        .flatMap(
                                                s ->
                                                        Stream.of(
                                                                Arguments.of(kernel, s[0], s[1]),
                                                                Arguments.of(kernel, s[1], s[0]))));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void should_equal_the_stock_operation(CpuKernel kernel, long[] x, long[] y) {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            call(kernel, type, x, y).assertRunBy(kernel);
        }
    }

    @Test
    void should_equal_it_in_every_memory_layout() {
        for (CpuKernel kernel : KERNELS) {
            for (long[][] shapes : SHAPES.subList(0, 7)) {
                call(kernel, DataType.FLOAT, shapes[0], shapes[1]).assertSameInEveryLayout(kernel);
                call(kernel, DataType.DOUBLE, shapes[1], shapes[0]).assertSameInEveryLayout(kernel);
            }
        }
    }

    @Test
    void should_equal_it_on_random_shapes() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 60; round++) {
            long[] x = random.longs(2 + random.nextInt(3), 2, 6).toArray();
            long[] y = x.clone();
            y[random.nextInt(y.length)] = 1;
            for (CpuKernel kernel : KERNELS) {
                KernelCall call = call(kernel, DataType.DOUBLE, x, y);
                if (call.isSupportedBy(kernel)) {
                    call.assertRunBy(kernel);
                }
            }
        }
    }

    @Test
    void should_sum_products_over_axes_on_both_sides() {
        long[] x = {4, 1, 6};
        long[] y = {1, 5, 6};
        for (CpuKernel kernel : KERNELS.subList(2, 4)) {
            call(kernel, DataType.DOUBLE, x, y).assertRunBy(kernel);
            call(kernel, DataType.FLOAT, x, y).assertSameInEveryLayout(kernel);
        }
    }

    /** The last pair is one the stock operation has a wrong gradient for. */
    @Test
    void should_agree_with_finite_differences() {
        for (CpuKernel kernel : KERNELS) {
            for (long[] y : List.of(new long[] {6}, new long[] {4, 1}, new long[] {1})) {
                KernelCall call = call(kernel, DataType.DOUBLE, new long[] {4, 6}, y);
                String forward = kernel.opName().replace("_bp", "");
                List<INDArray> gradients = call.run(InsistentKernel.executioner(kernel));
                for (int input = 0; input < 2; input++) {
                    INDArray gradient = gradients.get(input);
                    long at = gradient.length() - 1;
                    double h = 1e-6;
                    double difference =
                            loss(forward, call, input, at, h) - loss(forward, call, input, at, -h);
                    assertThat(gradient.getDouble(at))
                            .isCloseTo(difference / (2 * h), within(1e-7));
                }
            }
        }
    }

    @Test
    void should_leave_arrays_of_one_shape_and_malformed_calls_to_the_stock_operation() {
        for (CpuKernel kernel : KERNELS) {
            long[] shape = {3, 4};
            assertThat(call(kernel, DataType.FLOAT, shape, shape).isSupportedBy(kernel)).isFalse();
            assertThat(call(kernel, DataType.HALF, shape, new long[] {4}).isSupportedBy(kernel))
                    .isFalse();
            KernelCall good = call(kernel, DataType.FLOAT, shape, new long[] {4});
            assertThat(good.isSupportedBy(kernel)).isTrue();
            assertThat(good.with(2, dz -> dz.reshape(4, 3)).isSupportedBy(kernel)).isFalse();
            assertThat(good.with(1, y -> y.castTo(DataType.DOUBLE)).isSupportedBy(kernel))
                    .isFalse();
        }
    }

    /** Σ z dz with one element of an input moved. */
    private static double loss(String forward, KernelCall call, int input, long at, double by) {
        KernelCall moved =
                call.with(
                        input,
                        array -> {
                            INDArray copy = array.dup();
                            return copy.putScalar(at, copy.getDouble(at) + by);
                        });
        INDArray dz = call.inputs().get(2);
        INDArray z =
                new KernelCall(forward, moved.inputs().subList(0, 2), List.of(dz.shape()))
                        .run(InsistentKernel.executioner())
                        .get(0);
        return z.mul(dz).sumNumber().doubleValue();
    }

    private static KernelCall call(CpuKernel kernel, DataType type, long[] x, long[] y) {
        List<INDArray> inputs = new ArrayList<>();
        inputs.add(KernelCall.draw(type, 1, x));
        // Away from zero: quotients stay exact enough to compare.
        inputs.add(Nd4j.math.abs(KernelCall.draw(type, 2, y)).addi(0.5));
        inputs.add(KernelCall.draw(type, 3, broadcast(x, y)));
        return new KernelCall(kernel.opName(), inputs, List.of(x, y));
    }

    private static long[] broadcast(long[] x, long[] y) {
        long[] larger = x.length >= y.length ? x : y;
        long[] smaller = x.length >= y.length ? y : x;
        long[] shape = Arrays.copyOf(larger, larger.length);
        for (int axis = 0; axis < smaller.length; axis++) {
            int at = axis + larger.length - smaller.length;
            shape[at] = Math.max(larger[at], smaller[axis]);
        }
        return shape;
    }
}
