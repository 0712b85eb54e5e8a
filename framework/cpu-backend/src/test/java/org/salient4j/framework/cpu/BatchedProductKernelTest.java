package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** Against the stock operations, in every layout of every argument. */
class BatchedProductKernelTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();
    private static final KernelExecutioner FAST =
            InsistentKernel.executioner(
                    new BatchedProductKernel(), new BatchedProductGradientKernel());

    /** Sizes, transposes, type and the seed of the elements. */
    record Example(
            DataType type, long[] batch, int m, int n, int k, boolean tx, boolean ty, long seed) {

        INDArray x() {
            return draw(seed, tx ? k : m, tx ? m : k);
        }

        INDArray y() {
            return draw(seed + 1, ty ? n : k, ty ? k : n);
        }

        INDArray dz() {
            return draw(seed + 2, m, n);
        }

        private INDArray draw(long from, long rows, long columns) {
            SplittableRandom random = new SplittableRandom(from);
            long[] shape = Arrays.copyOf(batch, batch.length + 2);
            shape[batch.length] = rows;
            shape[batch.length + 1] = columns;
            int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
            double[] values = random.doubles(length, -1, 1).toArray();
            return Nd4j.create(values, shape, 'c').castTo(type);
        }
    }

    static Stream<Example> examples() {
        return Stream.of(DataType.FLOAT, DataType.DOUBLE)
                .flatMap(
                        type ->
                                IntStream.range(0, 16)
                                        .mapToObj(
                                                i ->
                                                        new Example(
                                                                type,
                                                                i < 8
                                                                        ? new long[] {3}
                                                                        : new long[] {2, 3},
                                                                i % 8 < 4 ? 5 : 1,
                                                                4,
                                                                i % 8 < 6 ? 6 : 1,
                                                                i % 2 == 1,
                                                                i % 4 >= 2,
                                                                i)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_multiply_as_the_stock_operation(Example e) {
        List<INDArray> expected = product(STOCK, e, e.x(), e.y());
        assertClose(product(FAST, e, e.x(), e.y()), expected);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void should_have_the_gradients_of_the_stock_operation(Example e) {
        List<INDArray> expected = gradient(STOCK, e, e.x(), e.y(), e.dz());
        assertClose(gradient(FAST, e, e.x(), e.y(), e.dz()), expected);
    }

    /** Layouts that BLAS cannot read go to the stock operation: no insistence here. */
    @ParameterizedTest
    @MethodSource("examples")
    void should_multiply_in_every_memory_layout(Example e) {
        KernelExecutioner either =
                new KernelExecutioner(
                        List.of(new BatchedProductKernel(), new BatchedProductGradientKernel()));
        List<INDArray> expected = product(FAST, e, e.x(), e.y());
        List<INDArray> gradients = gradient(FAST, e, e.x(), e.y(), e.dz());
        for (Layout layout : Layout.values()) {
            assertClose(product(either, e, layout.like(e.x()), e.y()), expected);
            assertClose(product(either, e, e.x(), layout.like(e.y())), expected);
            assertClose(
                    gradient(either, e, layout.like(e.x()), layout.like(e.y()), e.dz()), gradients);
            assertClose(gradient(either, e, e.x(), e.y(), layout.like(e.dz())), gradients);
        }
    }

    @Test
    void should_read_and_write_permuted_heads_where_they_are() {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            Example e = new Example(type, new long[] {2, 3}, 7, 7, 4, false, true, 5);
            INDArray x = permuted(e.x());
            INDArray y = permuted(e.y());
            assertThat(x.stride(2)).isNotEqualTo(4);
            assertClose(product(FAST, e, x, y), product(STOCK, e, e.x(), e.y()));
            assertClose(
                    gradient(FAST, e, x, y, permuted(e.dz())),
                    gradient(STOCK, e, e.x(), e.y(), e.dz()));
        }
    }

    @Test
    void should_leave_other_calls_to_the_stock_operation() throws Exception {
        BatchedProductKernel kernel = new BatchedProductKernel();
        Example e = new Example(DataType.FLOAT, new long[] {2}, 3, 4, 5, false, false, 1);
        try (OpContext context = FAST.buildContext()) {
            context.setInputArrays(e.x(), e.y());
            context.setOutputArrays(Nd4j.create(DataType.FLOAT, 2, 3, 4));
            context.setIArguments(0, 0, 0);
            assertThat(kernel.supports(context)).isTrue();
            context.setTArguments(2, 0);
            assertThat(kernel.supports(context)).as("scaled").isFalse();
            context.setTArguments(1, 0);
            context.setIArguments(0, 0, 1);
            assertThat(kernel.supports(context)).as("transposed result").isFalse();
            context.setIArguments(0, 0, 0);
            context.setInputArray(1, Nd4j.create(DataType.FLOAT, 2, 6, 4));
            assertThat(kernel.supports(context)).as("sizes differ").isFalse();
            context.setInputArray(1, Nd4j.create(DataType.FLOAT, 3, 5, 4));
            assertThat(kernel.supports(context)).as("batches differ").isFalse();
            context.setInputArray(1, Nd4j.create(DataType.DOUBLE, 2, 5, 4));
            assertThat(kernel.supports(context)).as("two types").isFalse();
        }
    }

    private static INDArray permuted(INDArray array) {
        return array.permute(0, 2, 1, 3).dup('c').permute(0, 2, 1, 3);
    }

    private static List<INDArray> product(
            KernelExecutioner executioner, Example e, INDArray x, INDArray y) {
        return run(executioner, "matmul", e, List.of(x, y), List.of(e.dz()));
    }

    private static List<INDArray> gradient(
            KernelExecutioner executioner, Example e, INDArray x, INDArray y, INDArray dz) {
        return run(executioner, "matmul_bp", e, List.of(x, y, dz), List.of(x, y));
    }

    private static List<INDArray> run(
            KernelExecutioner executioner,
            String name,
            Example e,
            List<INDArray> inputs,
            List<INDArray> likeOutputs) {
        List<INDArray> outputs =
                likeOutputs.stream()
                        .map(like -> Nd4j.valueArrayOf(like.shape(), Double.NaN, e.type()))
                        .toList();
        try (OpContext context = executioner.buildContext()) {
            context.setInputArrays(inputs);
            context.setOutputArrays(outputs);
            context.setIArguments(e.tx() ? 1 : 0, e.ty() ? 1 : 0, 0);
            executioner.exec(DynamicCustomOp.builder(name).build(), context);
            return outputs;
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static void assertClose(List<INDArray> actual, List<INDArray> expected) {
        for (int i = 0; i < expected.size(); i++) {
            double[] found = actual.get(i).dup('c').castTo(DataType.DOUBLE).data().asDouble();
            double[] wanted = expected.get(i).dup('c').castTo(DataType.DOUBLE).data().asDouble();
            double tolerance = expected.get(i).dataType() == DataType.FLOAT ? 1e-5 : 1e-13;
            assertThat(found)
                    .as("array %d", i)
                    .containsExactly(wanted, org.assertj.core.api.Assertions.within(tolerance));
        }
    }
}
