package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ConcatKernelTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();
    private static final KernelExecutioner FAST = InsistentKernel.executioner(new ConcatKernel());

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT", "DOUBLE", "INT", "LONG", "HALF"})
    void should_stack_as_the_stock_operation_does(DataType type) {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 30; round++) {
            long[] shape = random.longs(1 + random.nextInt(4), 1, 6).toArray();
            INDArray[] inputs = new INDArray[1 + random.nextInt(4)];
            long rows = 0;
            for (int i = 0; i < inputs.length; i++) {
                shape[0] = 1 + random.nextInt(5);
                rows += shape[0];
                inputs[i] = Nd4j.rand(DataType.DOUBLE, shape).mul(100).castTo(type);
            }
            shape[0] = rows;
            INDArray expected = run(STOCK, Nd4j.create(type, shape), 0, inputs);
            assertThat(run(FAST, Nd4j.create(type, shape), 0, inputs)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void should_read_and_write_views_in_place(boolean outputIsView) {
        INDArray parent = Nd4j.rand(DataType.FLOAT, 7, 4);
        INDArray view = parent.get(NDArrayIndex.interval(2, 5));
        INDArray other = Nd4j.rand(DataType.FLOAT, 2, 4);
        INDArray surroundings = Nd4j.valueArrayOf(new long[] {9, 4}, 77, DataType.FLOAT);
        INDArray output =
                outputIsView
                        ? surroundings.get(NDArrayIndex.interval(1, 6))
                        : Nd4j.create(DataType.FLOAT, 5, 4);
        INDArray expected = run(STOCK, Nd4j.create(DataType.FLOAT, 5, 4), 0, view, other);
        assertThat(run(FAST, output, 0, view, other)).isEqualTo(expected);
        assertThat(surroundings.getRow(0).minNumber().floatValue()).isEqualTo(77);
        assertThat(surroundings.getRow(6).minNumber().floatValue()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other axis", "fortran order", "column view", "empty"})
    void should_leave_other_calls_to_the_stock_operation(String what) {
        INDArray plain = Nd4j.rand(DataType.FLOAT, 3, 4);
        INDArray odd =
                switch (what) {
                    case "fortran order" -> plain.dup('f');
                    case "column view" ->
                            Nd4j.rand(DataType.FLOAT, 3, 6)
                                    .get(NDArrayIndex.all(), NDArrayIndex.interval(1, 5));
                    case "empty" -> Nd4j.create(DataType.FLOAT, 0, 4);
                    default -> plain;
                };
        int axis = what.equals("other axis") ? 1 : 0;
        try (OpContext context =
                context(STOCK, Nd4j.create(DataType.FLOAT, 6, 4), axis, plain, odd)) {
            assertThat(new ConcatKernel().supports(context)).isFalse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static INDArray run(
            KernelExecutioner executioner, INDArray output, int axis, INDArray... inputs) {
        try (OpContext context = context(executioner, output, axis, inputs)) {
            executioner.exec(DynamicCustomOp.builder("concat").build(), context);
            return output;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpContext context(
            KernelExecutioner executioner, INDArray output, int axis, INDArray... inputs) {
        OpContext context = executioner.buildContext();
        context.setInputArrays(Arrays.asList(inputs));
        context.setOutputArrays(List.of(output));
        context.setIArguments(axis);
        return context;
    }
}
