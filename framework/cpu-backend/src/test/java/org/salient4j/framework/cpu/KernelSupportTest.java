package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

class KernelSupportTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();
    private static final LstmExample EXAMPLE = LstmExample.plain(DataType.FLOAT, 4, 5, 3, 6);

    /** What differs from the plain example, which is supported. */
    static Stream<Arguments> unsupported() {
        return Stream.of(
                change("clipping", c -> c.setTArguments(0.5)),
                change("relu cells", c -> c.setIArguments(1, 0, 2, 1, 0)),
                change("hard sigmoid gates", c -> c.setIArguments(1, 0, 7, 0, 0)),
                change("softsign outputs", c -> c.setIArguments(1, 0, 2, 0, 9)),
                change(
                        "sequence lengths",
                        c -> {
                            List<INDArray> inputs = new ArrayList<>(c.getInputArrays());
                            inputs.add(Nd4j.createFromArray(5f, 3f, 1f, 0f));
                            c.setInputArrays(inputs);
                            c.setBArguments(true, true, false, false, false, false, true, false);
                        }),
                change(
                        "peepholes",
                        c -> {
                            List<INDArray> inputs = new ArrayList<>(c.getInputArrays());
                            inputs.add(Nd4j.linspace(DataType.FLOAT, -1, 0.1, 18));
                            c.setInputArrays(inputs);
                            c.setBArguments(true, false, false, false, true, false, true, false);
                        }),
                change(
                        "both directions",
                        c -> {
                            List<INDArray> inputs = c.getInputArrays();
                            c.setInputArrays(
                                    inputs.get(0),
                                    Nd4j.stack(0, inputs.get(1), inputs.get(1)),
                                    Nd4j.stack(0, inputs.get(2), inputs.get(2)),
                                    Nd4j.stack(0, inputs.get(3), inputs.get(3)));
                            c.setOutputArrays(Nd4j.create(DataType.FLOAT, 2, 4, 6));
                            c.setIArguments(1, 2, 2, 0, 0);
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupported")
    void should_leave_what_a_kernel_cannot_do_to_the_stock_operation(
            String what, Consumer<OpContext> change) {
        CpuKernel kernel = new LstmLayerKernel();
        KernelExecutioner fast = new KernelExecutioner(List.of(kernel));

        List<INDArray> expected = run(STOCK, change);

        assertThat(run(fast, change)).isEqualTo(expected);
        try (OpContext context = context(fast, change)) {
            assertThat(kernel.supports(context)).isFalse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertThat(expected).isNotEqualTo(run(fast, same -> {}));
    }

    @Test
    void should_leave_malformed_calls_to_the_stock_operation_which_reports_them() {
        KernelExecutioner fast = new KernelExecutioner(List.of(new LstmLayerKernel()));
        Consumer<OpContext> wrongFeatures =
                c -> c.setInputArray(1, Nd4j.create(DataType.FLOAT, 2, 24));

        assertThatThrownBy(() -> run(fast, wrongFeatures))
                .hasMessageContaining("[lstmLayer] execution failed");
    }

    @Test
    void should_not_support_arrays_of_other_types_or_of_two_types() throws Exception {
        for (DataType type : List.of(DataType.HALF, DataType.DOUBLE)) {
            try (OpContext context =
                    context(STOCK, c -> c.setInputArray(2, Nd4j.create(type, 6, 24)))) {
                assertThat(new LstmLayerKernel().supports(context)).isFalse();
            }
        }
    }

    @Test
    void should_refuse_two_kernels_of_one_operation() {
        assertThatThrownBy(
                        () ->
                                new KernelExecutioner(
                                        List.of(new LstmLayerKernel(), new LstmLayerKernel())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("two kernels for lstmLayer");
    }

    private static Arguments change(String what, Consumer<OpContext> change) {
        return Arguments.of(what, change);
    }

    private static List<INDArray> run(KernelExecutioner executioner, Consumer<OpContext> change) {
        try (OpContext context = context(executioner, change)) {
            executioner.exec(DynamicCustomOp.builder("lstmLayer").build(), context);
            return context.getOutputArrays();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static OpContext context(KernelExecutioner executioner, Consumer<OpContext> change) {
        OpContext context =
                EXAMPLE.context(
                        executioner,
                        EXAMPLE.forwardInputs(),
                        List.of(Nd4j.create(DataType.FLOAT, 4, 6)));
        change.accept(context);
        return context;
    }
}
