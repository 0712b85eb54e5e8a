package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

class FloatFunctionKernelTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();

    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of(new TanhKernel(), new Tanh()),
                Arguments.of(new ErrorFunctionKernel(), new Erf()),
                Arguments.of(new ExponentialKernel(), new Exp()));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void should_equal_the_stock_operation_in_every_memory_layout(CpuKernel kernel, Op op) {
        KernelExecutioner either = new KernelExecutioner(List.of(kernel));
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            INDArray x = KernelCall.draw(type, 1, 90, 101).mul(6);
            INDArray expected = run(STOCK, op, x, Nd4j.create(type, x.shape()));
            for (Layout layout : Layout.values()) {
                INDArray in = layout.like(x);
                INDArray out = layout.like(Nd4j.valueArrayOf(x.shape(), Double.NaN, type));
                assertClose(run(either, op, in, Nd4j.create(type, x.shape())), expected);
                assertClose(run(either, op, x, out), expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void should_run_dense_floats_alone(CpuKernel kernel, Op op) throws Exception {
        KernelExecutioner insistent = InsistentKernel.executioner(kernel);
        INDArray x = KernelCall.draw(DataType.FLOAT, 1, 3, 5);
        assertClose(run(insistent, op, x, x.dup()), run(STOCK, op, x, x.dup()));
        for (INDArray other : List.of(x.dup('f'), x.castTo(DataType.DOUBLE), x.reshape(5, 3))) {
            try (OpContext context = STOCK.buildContext()) {
                context.setInputArray(0, x);
                context.setOutputArray(0, other);
                assertThat(kernel.supports(context)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void should_write_over_its_input(CpuKernel kernel, Op op) {
        INDArray x = KernelCall.draw(DataType.FLOAT, 1, 70, 80);
        INDArray expected = run(STOCK, op, x, x.dup());
        assertClose(run(InsistentKernel.executioner(kernel), op, x, x), expected);
    }

    @Test
    void should_be_within_4e7_of_the_error_function() {
        // Abramowitz and Stegun, table 7.1
        double[][] table = {
            {0.02, 0.0225645747},
            {0.5, 0.5204998778},
            {1, 0.8427007929},
            {1.5, 0.9661051465},
            {2, 0.9953222650},
            {3, 0.9999779095}
        };
        for (double[] row : table) {
            for (double sign : new double[] {-1, 1}) {
                assertThat(apply(new ErrorFunctionKernel(), sign * row[0]))
                        .isCloseTo(sign * row[1], within(4e-7 * row[1]));
            }
        }
        assertThat(apply(new ErrorFunctionKernel(), 1e-20))
                .isCloseTo(1.1283791671e-20, within(4e-27));
    }

    @Test
    void should_be_within_2e7_of_the_exponential() {
        DoubleUnaryOperator exact = x -> Math.exp((float) x);
        for (double x = -86; x < 88.7; x += 0.0137) {
            double expected = exact.applyAsDouble(x);
            assertThat(apply(new ExponentialKernel(), x))
                    .isCloseTo(expected, within(2e-7 * expected));
        }
    }

    @Test
    void should_keep_nan_and_the_limits() {
        float[] x = {Float.NaN, Float.NEGATIVE_INFINITY, -1e9f, -0f, 0f, 1e9f, 88.8f};
        assertThat(apply(new ExponentialKernel(), x))
                .containsExactly(
                        Float.NaN, 0, 0, 1, 1, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY);
        assertThat(apply(new ErrorFunctionKernel(), x))
                .containsExactly(Float.NaN, -1, -1, -0f, 0, 1, 1);
    }

    private static double apply(FloatFunctionKernel kernel, double x) {
        return apply(kernel, new float[] {(float) x})[0];
    }

    private static float[] apply(FloatFunctionKernel kernel, float[] x) {
        float[] values = x.clone();
        kernel.apply(values, values.length);
        return values;
    }

    /** Of the results, 403 at the largest, in relative terms. */
    private static void assertClose(INDArray actual, INDArray expected) {
        double[] wanted = expected.dup('c').castTo(DataType.DOUBLE).data().asDouble();
        double[] found = actual.dup('c').castTo(DataType.DOUBLE).data().asDouble();
        for (int i = 0; i < wanted.length; i++) {
            assertThat(found[i]).isCloseTo(wanted[i], within(1e-6 * Math.max(1, wanted[i])));
        }
    }

    private static INDArray run(KernelExecutioner executioner, Op op, INDArray x, INDArray y) {
        try (OpContext context = executioner.buildContext()) {
            context.setInputArray(0, x);
            context.setOutputArray(0, y);
            executioner.exec(op, context);
            return y;
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }
}
