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

class PermuteKernelTest {
    private static final CpuKernel KERNEL = new PermuteKernel();

    static Stream<Arguments> calls() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.of(
                                        Arguments.of(
                                                type, new long[] {4, 7, 5}, new long[] {1, 0, 2}),
                                        Arguments.of(
                                                type,
                                                new long[] {2, 3, 4, 5},
                                                new long[] {0, 2, 1, 3}),
                                        Arguments.of(
                                                type,
                                                new long[] {2, 3, 4, 5},
                                                new long[] {2, 0, 1, 3}),
                                        Arguments.of(
                                                type, new long[] {90, 71, 3}, new long[] {1, 0, 2}),
                                        Arguments.of(
                                                type,
                                                new long[] {3, 1, 4096},
                                                new long[] {1, 0, 2})));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void should_equal_the_stock_operation(DataType type, long[] shape, long[] order) {
        KernelCall call = call(type, shape, order);
        call.assertRunBy(KERNEL);
        call.assertSameInEveryLayout(KERNEL);
    }

    @Test
    void should_leave_moved_last_axes_and_malformed_calls_to_the_stock_operation() {
        long[] shape = {2, 3, 4};
        assertThat(call(DataType.FLOAT, shape, 1, 0, 2).isSupportedBy(KERNEL)).isTrue();
        assertThat(call(DataType.FLOAT, shape, 0, 2, 1).isSupportedBy(KERNEL)).isFalse();
        assertThat(call(DataType.HALF, shape, 1, 0, 2).isSupportedBy(KERNEL)).isFalse();
        assertThat(call(DataType.FLOAT, new long[] {2, 2, 4}, 1, 0, 2).isSupportedBy(KERNEL))
                .isTrue();
        KernelCall good = call(DataType.FLOAT, shape, 1, 0, 2);
        for (long[] order :
                List.of(new long[] {1, 0}, new long[] {0, 0, 2}, new long[] {0, 1, 2})) {
            KernelCall bad = new KernelCall(good.name(), good.inputs(), good.outputs(), order);
            assertThat(bad.isSupportedBy(KERNEL)).isFalse();
        }
    }

    private static KernelCall call(DataType type, long[] shape, long... order) {
        INDArray x = KernelCall.draw(type, 1, shape);
        long[] permuted = new long[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            permuted[axis] = shape[(int) order[axis]];
        }
        return new KernelCall("permute", List.of(x), List.of(permuted), order);
    }
}
