package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A call of an operation that can be run by one executioner and by another.
 *
 * @param outputs shapes of the results
 */
record KernelCall(String name, List<INDArray> inputs, List<long[]> outputs, long... arguments) {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();

    /** Numbers in [-1, 1). */
    static INDArray draw(DataType type, long seed, long... shape) {
        int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = new SplittableRandom(seed).doubles(length, -1, 1).toArray();
        return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
    }

    /** The call with input {@code index} in other memory. */
    KernelCall with(int index, UnaryOperator<INDArray> other) {
        INDArray[] changed = inputs.toArray(INDArray[]::new);
        changed[index] = other.apply(changed[index]);
        return new KernelCall(name, List.of(changed), outputs, arguments);
    }

    /** The results, written over arrays of NaN. */
    List<INDArray> run(KernelExecutioner executioner) {
        return run(executioner, UnaryOperator.identity());
    }

    /** The results, written over arrays of NaN in the memory that {@code layout} gives. */
    List<INDArray> run(KernelExecutioner executioner, UnaryOperator<INDArray> layout) {
        List<INDArray> results =
                outputs.stream()
                        .map(shape -> Nd4j.valueArrayOf(shape, Double.NaN, type()))
                        .map(layout)
                        .toList();
        try (OpContext context = context(executioner, results)) {
            executioner.exec(DynamicCustomOp.builder(name).build(), context);
            return results;
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Whether a kernel would run the call. */
    boolean isSupportedBy(CpuKernel kernel) {
        List<INDArray> results = outputs.stream().map(s -> Nd4j.create(type(), s)).toList();
        try (OpContext context = context(STOCK, results)) {
            return kernel.supports(context);
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Fails unless the kernel runs the call as the stock operation does. */
    void assertRunBy(CpuKernel kernel) {
        assertClose(run(InsistentKernel.executioner(kernel)), run(STOCK));
    }

    /**
     * Fails unless the call gives the same results with each input and the outputs in any layout,
     * be it by the kernel or by the stock operation.
     */
    void assertSameInEveryLayout(CpuKernel kernel) {
        KernelExecutioner either = new KernelExecutioner(List.of(kernel));
        List<INDArray> expected = run(STOCK);
        for (Layout layout : Layout.values()) {
            for (int i = 0; i < inputs.size(); i++) {
                assertClose(with(i, layout::like).run(either), expected);
            }
            assertClose(run(either, layout::like), expected);
        }
    }

    private DataType type() {
        return inputs.get(0).dataType();
    }

    private OpContext context(KernelExecutioner executioner, List<INDArray> results) {
        OpContext context = executioner.buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(results);
        context.setIArguments(arguments);
        return context;
    }

    private void assertClose(List<INDArray> actual, List<INDArray> expected) {
        for (int i = 0; i < expected.size(); i++) {
            double[] wanted = elements(expected.get(i));
            double scale = Math.max(1, Arrays.stream(wanted).map(Math::abs).max().orElse(0));
            double tolerance = scale * (type() == DataType.FLOAT ? 1e-5 : 1e-13);
            assertThat(elements(actual.get(i)))
                    .as("result %d of %s", i, this)
                    .containsExactly(wanted, within(tolerance));
        }
    }

    private static double[] elements(INDArray array) {
        return array.dup('c').castTo(DataType.DOUBLE).data().asDouble();
    }
}
