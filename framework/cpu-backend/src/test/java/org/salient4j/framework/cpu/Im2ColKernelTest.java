package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class Im2ColKernelTest {
    private static final CpuKernel COLUMNS = new Im2ColKernel();
    private static final CpuKernel GRADIENT = new Im2ColGradientKernel();

    record Example(DataType type, int batch, int channels, int width, int taps, int dilation) {
        private static final int STEPS = 9;

        long[] image() {
            return new long[] {batch, channels, STEPS + (taps - 1) * dilation, width};
        }

        long[] columns() {
            return new long[] {batch, channels, taps, 1, STEPS, width};
        }

        long[] arguments() {
            return new long[] {taps, 1, 1, 1, 0, 0, dilation, 1, 0};
        }

        KernelCall forward() {
            INDArray x = KernelCall.draw(type, 1, image());
            return new KernelCall("im2col", List.of(x), List.of(columns()), arguments());
        }

        KernelCall backward() {
            INDArray x = KernelCall.draw(type, 1, image());
            INDArray dz = KernelCall.draw(type, 2, columns());
            return new KernelCall("im2col_bp", List.of(x, dz), List.of(image()), arguments());
        }
    }

    static Stream<Example> examples() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.of(
                                        new Example(type, 1, 3, 5, 4, 1),
                                        new Example(type, 2, 3, 5, 4, 3),
                                        new Example(type, 1, 1, 1, 1, 2),
                                        new Example(type, 3, 2, 7, 3, 20),
                                        new Example(type, 1, 2, 500, 2, 1)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_copy_what_the_taps_see(Example e) {
        e.forward().assertRunBy(COLUMNS);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_have_the_gradient_of_the_stock_operation(Example e) {
        e.backward().assertRunBy(GRADIENT);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_do_so_in_every_memory_layout(Example e) {
        e.forward().assertSameInEveryLayout(COLUMNS);
        e.backward().assertSameInEveryLayout(GRADIENT);
    }

    /** Kernel width, steps, padding, width dilation does not matter, "same". */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void should_leave_other_convolutions_to_the_stock_operation(int argument) {
        Example e = new Example(DataType.FLOAT, 1, 3, 5, 4, 1);
        long[] arguments = e.arguments();
        arguments[argument]++;
        for (KernelCall call : List.of(e.forward(), e.backward())) {
            CpuKernel kernel = call.name().equals("im2col") ? COLUMNS : GRADIENT;
            assertThat(call.isSupportedBy(kernel)).isTrue();
            KernelCall changed =
                    new KernelCall(call.name(), call.inputs(), call.outputs(), arguments);
            assertThat(changed.isSupportedBy(kernel)).isFalse();
        }
    }
}
