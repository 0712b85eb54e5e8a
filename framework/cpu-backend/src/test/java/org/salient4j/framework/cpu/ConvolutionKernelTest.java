package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

class ConvolutionKernelTest {
    private static final CpuKernel KERNEL = new ConvolutionKernel();
    private static final CpuKernel GRADIENT = new ConvolutionGradientKernel();

    private static boolean helpers;

    /**
     * The stock operation without oneDNN's, which fails on dilation and runs instead of kernels.
     */
    @BeforeAll
    static void forbidHelpers() {
        helpers = Nd4j.getEnvironment().helpersAllowed();
        Nd4j.getEnvironment().allowHelpers(false);
    }

    @AfterAll
    static void allowHelpers() {
        Nd4j.getEnvironment().allowHelpers(helpers);
    }

    static Stream<ConvolutionExample> examples() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.concat(
                                        IntStream.range(0, 24)
                                                .mapToObj(
                                                        i ->
                                                                ConvolutionExample.draw(
                                                                        type, 100 + i)),
                                        Stream.of(
                                                ConvolutionExample.plain(type, 3, 1, 4, 9, 3),
                                                ConvolutionExample.plain(type, 2, 5, 3, 8, 1))));
    }

    static Stream<ConvolutionExample> stripes() {
        // What 49 taps see of 80 x 75 elements is more than a stripe.
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                Stream.of(
                                        new ConvolutionExample(
                                                type, 2, 1, 2, 80, 75, 7, 7, 1, 1, 0, 0, 1, 1,
                                                false, true, true),
                                        new ConvolutionExample(
                                                type, 1, 2, 2, 99, 60, 7, 7, 2, 1, 1, 2, 1, 1,
                                                false, true, true)));
    }

    @ParameterizedTest
    @MethodSource({"examples", "stripes"})
    void should_convolve_as_the_stock_operation_does(ConvolutionExample e) {
        e.forward().assertRunBy(KERNEL);
    }

    @ParameterizedTest
    @MethodSource({"examples", "stripes"})
    void should_have_the_gradient_of_the_stock_operation(ConvolutionExample e) {
        e.backward().assertRunBy(GRADIENT);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_do_so_in_every_memory_layout(ConvolutionExample e) {
        e.forward().assertSameInEveryLayout(KERNEL);
        e.backward().assertSameInEveryLayout(GRADIENT);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 2, 0, 1", "2, 3, 0, 1, 2"})
    void should_read_weights_in_every_format(int format, int out, int in, int row, int column) {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            ConvolutionExample e = ConvolutionExample.plain(type, 2, 3, 4, 7, 3);
            KernelCall call = e.forward();
            long[] arguments = e.arguments();
            arguments[10] = format;
            KernelCall other =
                    new KernelCall(
                            call.name(),
                            call.with(1, w -> w.permute(out, in, row, column).dup('c')).inputs(),
                            call.outputs(),
                            arguments);
            other.assertRunBy(KERNEL);
            INDArray found = other.run(InsistentKernel.executioner(KERNEL)).get(0);
            assertThat(found).isEqualTo(call.run(InsistentKernel.executioner(KERNEL)).get(0));
        }
    }

    @Test
    void should_have_the_gradient_that_finite_differences_have() {
        for (long seed = 0; seed < 8; seed++) {
            ConvolutionExample e = ConvolutionExample.draw(DataType.DOUBLE, seed);
            FiniteDifferences.assertGradient(e.forward(), KERNEL, e.backward(), GRADIENT);
        }
    }

    @Test
    void should_give_the_same_bits_after_calls_of_other_sizes() {
        ConvolutionExample e = ConvolutionExample.plain(DataType.FLOAT, 2, 3, 4, 9, 3);
        KernelExecutioner fast = InsistentKernel.executioner(KERNEL, GRADIENT);
        List<INDArray> forward = e.forward().run(fast);
        List<INDArray> backward = e.backward().run(fast);
        for (long seed = 0; seed < 5; seed++) {
            ConvolutionExample other = ConvolutionExample.draw(DataType.FLOAT, seed);
            other.forward().run(fast);
            other.backward().run(fast);
            assertThat(e.forward().run(fast)).isEqualTo(forward);
            assertThat(e.backward().run(fast)).isEqualTo(backward);
        }
    }

    /** An empty array says that nobody reads a gradient. */
    @ParameterizedTest
    @MethodSource({"examples", "stripes"})
    void should_compute_one_gradient_alone(ConvolutionExample e) throws Exception {
        assertEachAlone(e, InsistentKernel.executioner(GRADIENT));
    }

    /** Where the stock operation is faster, it is asked for the images' gradient alone. */
    @Test
    void should_compute_one_gradient_alone_where_the_stock_operation_is_faster() throws Exception {
        Nd4j.getEnvironment().allowHelpers(true);
        try {
            for (int size : new int[] {7, 8, 9}) {
                for (int stride : new int[] {1, 2}) {
                    ConvolutionExample e =
                            new ConvolutionExample(
                                    DataType.FLOAT,
                                    3,
                                    6,
                                    5,
                                    size,
                                    size,
                                    3,
                                    3,
                                    stride,
                                    stride,
                                    1,
                                    1,
                                    1,
                                    1,
                                    false,
                                    true,
                                    true);
                    assertEachAlone(e, new KernelExecutioner(List.of(GRADIENT)));
                }
            }
        } finally {
            Nd4j.getEnvironment().allowHelpers(false);
        }
    }

    private static void assertEachAlone(ConvolutionExample e, KernelExecutioner executioner)
            throws Exception {
        KernelCall call = e.backward();
        List<INDArray> expected = call.run(executioner);
        for (int asked = 0; asked < expected.size(); asked++) {
            INDArray result = Nd4j.valueArrayOf(call.outputs().get(asked), Double.NaN, e.type());
            try (OpContext context = executioner.buildContext()) {
                context.setInputArrays(call.inputs());
                for (int i = 0; i < expected.size(); i++) {
                    context.setOutputArray(i, i == asked ? result : Nd4j.empty(e.type()));
                }
                context.setIArguments(call.arguments());
                executioner.exec(DynamicCustomOp.builder(call.name()).build(), context);
            }
            assertThat(result.data().asDouble()).isEqualTo(expected.get(asked).data().asDouble());
        }
    }

    /** Causal padding, a kernel that the weights do not have, no steps, no dilation, a format. */
    @ParameterizedTest
    @CsvSource({"8, 2", "0, 2", "1, 0", "2, 0", "3, 2", "4, 1", "6, 0", "7, 2", "10, 3"})
    void should_leave_other_calls_to_the_stock_operation(int argument, int value) {
        ConvolutionExample e = ConvolutionExample.plain(DataType.FLOAT, 2, 3, 4, 7, 3);
        long[] arguments = e.arguments();
        arguments[argument] = value;
        for (KernelCall call : List.of(e.forward(), e.backward())) {
            CpuKernel kernel = call.name().equals("conv2d") ? KERNEL : GRADIENT;
            assertThat(call.isSupportedBy(kernel)).isTrue();
            KernelCall changed =
                    new KernelCall(call.name(), call.inputs(), call.outputs(), arguments);
            assertThat(changed.isSupportedBy(kernel)).isFalse();
        }
    }

    @Test
    void should_leave_gradients_of_other_weight_formats_to_the_stock_operation() {
        ConvolutionExample e = ConvolutionExample.plain(DataType.FLOAT, 2, 3, 3, 7, 3);
        KernelCall call = e.backward();
        long[] arguments = e.arguments();
        arguments[10] = 1;
        KernelCall other =
                new KernelCall(
                        call.name(),
                        call.with(1, w -> w.permute(3, 2, 0, 1).dup('c')).inputs(),
                        List.of(call.outputs().get(0), new long[] {3, 3, 3, 3}, new long[] {3}),
                        arguments);
        assertThat(other.isSupportedBy(GRADIENT)).isFalse();
    }

    @Test
    void should_leave_many_channels_to_the_stock_operation_where_it_is_faster() {
        KernelCall one = ConvolutionExample.plain(DataType.FLOAT, 2, 1, 3, 7, 3).forward();
        KernelCall many = ConvolutionExample.plain(DataType.FLOAT, 2, 32, 3, 7, 3).forward();
        assertThat(many.isSupportedBy(KERNEL)).isTrue();
        Nd4j.getEnvironment().allowHelpers(true);
        try {
            assertThat(one.isSupportedBy(KERNEL)).isTrue();
            assertThat(many.isSupportedBy(KERNEL)).isEqualTo(!StockConvolution.runsOneDnn());
        } finally {
            Nd4j.getEnvironment().allowHelpers(false);
        }
    }
}
