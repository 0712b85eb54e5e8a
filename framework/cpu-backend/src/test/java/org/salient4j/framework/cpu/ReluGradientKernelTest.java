package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

class ReluGradientKernelTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();
    private static final KernelExecutioner FAST =
            InsistentKernel.executioner(new ReluGradientKernel());

    static Stream<Arguments> examples() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.of(
                                        Arguments.of(type, new long[] {1}),
                                        Arguments.of(type, new long[] {7, 3}),
                                        Arguments.of(type, new long[] {5, 50, 50}),
                                        Arguments.of(type, new long[] {4096}),
                                        Arguments.of(type, new long[] {2, 3, 4, 5, 6})));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_equal_the_stock_operation(DataType type, long[] shape) {
        INDArray x = draw(type, shape, 1);
        INDArray dy = draw(type, shape, 2);
        assertThat(run(FAST, x, dy, 0)).isEqualTo(run(STOCK, x, dy, 0));
    }

    @Test
    void should_equal_it_at_the_kink_and_at_values_that_are_no_numbers() {
        for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
            double tiny = type == DataType.FLOAT ? Float.MIN_VALUE : Double.MIN_VALUE;
            double[] edges = {
                0.0,
                -0.0,
                tiny,
                -tiny,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                -Double.NaN,
                1,
                -1
            };
            INDArray x = Nd4j.createFromArray(edges).castTo(type);
            INDArray dy = Nd4j.valueArrayOf(new long[] {edges.length}, 3, type);
            double[] expected = {0, 0, 3, 0, 3, 0, 0, 0, 3, 0};
            assertThat(run(FAST, x, dy, 0).toDoubleVector()).containsExactly(expected);
        }
    }

    @Test
    void should_equal_it_in_every_memory_layout() {
        KernelExecutioner either =
                new KernelExecutioner(java.util.List.of(new ReluGradientKernel()));
        for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
            INDArray x = draw(type, new long[] {4, 5, 3}, 1);
            INDArray dy = draw(type, new long[] {4, 5, 3}, 2);
            INDArray expected = run(STOCK, x, dy, 0);
            for (Layout layout : Layout.values()) {
                assertThat(run(either, layout.like(x), dy, 0)).isEqualTo(expected);
                assertThat(run(either, x, layout.like(dy), 0)).isEqualTo(expected);
            }
        }
    }

    @Test
    void should_leave_other_types_shapes_and_cutoffs_to_the_stock_operation() throws Exception {
        ReluGradientKernel kernel = new ReluGradientKernel();
        try (OpContext context = FAST.buildContext()) {
            context.setInputArrays(
                    Nd4j.create(DataType.HALF, 2, 3), Nd4j.create(DataType.HALF, 2, 3));
            context.setOutputArrays(Nd4j.create(DataType.HALF, 2, 3));
            assertThat(kernel.supports(context)).isFalse();
            context.setInputArrays(
                    Nd4j.create(DataType.FLOAT, 2, 3), Nd4j.create(DataType.FLOAT, 3, 2));
            context.setOutputArrays(Nd4j.create(DataType.FLOAT, 2, 3));
            assertThat(kernel.supports(context)).isFalse();
            context.setInputArray(1, Nd4j.create(DataType.FLOAT, 2, 3));
            assertThat(kernel.supports(context)).isTrue();
            context.setTArguments(0.5);
            assertThat(kernel.supports(context)).isFalse();
        }
    }

    private static INDArray draw(DataType type, long[] shape, long seed) {
        int length = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = new SplittableRandom(seed).doubles(length, -1, 1).toArray();
        return Nd4j.create(values, shape, 'c').castTo(type);
    }

    private static INDArray run(
            KernelExecutioner executioner, INDArray x, INDArray dy, double cutoff) {
        INDArray dx = Nd4j.valueArrayOf(x.shape(), Double.NaN, x.dataType());
        try (OpContext context = executioner.buildContext()) {
            context.setInputArrays(x, dy);
            context.setOutputArrays(dx);
            context.setTArguments(cutoff);
            executioner.exec(DynamicCustomOp.builder("thresholdedrelu_bp").build(), context);
            return dx;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
