package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MaximumGradientKernelTest {
    private static final CpuKernel KERNEL = new MaximumGradientKernel();

    static Stream<Arguments> calls() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.of(
                                        Arguments.of(type, new long[] {4, 7, 5}, 1),
                                        Arguments.of(type, new long[] {4, 7, 5}, 0),
                                        Arguments.of(type, new long[] {4, 7, 5}, -1),
                                        Arguments.of(type, new long[] {6, 2}, 1),
                                        Arguments.of(type, new long[] {2, 3, 4, 5}, 2),
                                        Arguments.of(type, new long[] {9}, 0)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void should_equal_the_stock_operation(DataType type, long[] shape, int axis) {
        KernelCall call = call(KernelCall.draw(type, 1, shape), axis);
        call.assertRunBy(KERNEL);
        if (shape.length > 1) { // a scalar has one layout
            call.assertSameInEveryLayout(KERNEL);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void should_choose_the_first_of_equals(DataType type, long[] shape, int axis) {
        INDArray few = Nd4j.math.round(KernelCall.draw(type, 1, shape));
        call(few, axis).assertRunBy(KERNEL);
        call(few.mul(0), axis).assertRunBy(KERNEL);
    }

    @Test
    void should_pass_over_what_is_no_number() {
        call(Nd4j.createFromArray(new float[][] {{Float.NaN, 1, 2}, {3, Float.NaN, 2}}), 1)
                .assertRunBy(KERNEL);
    }

    @Test
    void should_leave_several_axes_and_malformed_calls_to_the_stock_operation() {
        KernelCall call = call(KernelCall.draw(DataType.FLOAT, 1, 3, 4, 5), 1);
        assertThat(call.isSupportedBy(KERNEL)).isTrue();
        assertThat(with(call, 0, 1).isSupportedBy(KERNEL)).isFalse();
        assertThat(with(call).isSupportedBy(KERNEL)).isFalse();
        assertThat(with(call, 3).isSupportedBy(KERNEL)).isFalse();
        assertThat(with(call, 2).isSupportedBy(KERNEL)).isFalse();
    }

    private static KernelCall with(KernelCall call, long... axes) {
        return new KernelCall(call.name(), call.inputs(), call.outputs(), axes);
    }

    private static KernelCall call(INDArray x, int axis) {
        INDArray dz = KernelCall.draw(x.dataType(), 2, x.max(axis).shape());
        return new KernelCall("reduce_max_bp", List.of(x, dz), List.of(x.shape()), axis);
    }
}
