package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

class TanhKernelTest {
    private static final KernelExecutioner STOCK = InsistentKernel.executioner();
    private static final KernelExecutioner EITHER =
            new KernelExecutioner(List.of(new TanhKernel()));

    @Test
    void should_equal_the_stock_operation_in_every_memory_layout() {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            INDArray x = KernelCall.draw(type, 1, 90, 101).mul(12);
            INDArray expected = run(STOCK, x, Nd4j.create(type, x.shape()));
            for (Layout layout : Layout.values()) {
                INDArray in = layout.like(x);
                INDArray out = layout.like(Nd4j.valueArrayOf(x.shape(), Double.NaN, type));
                assertThat(
                                run(EITHER, in, Nd4j.create(type, x.shape()))
                                        .equalsWithEps(expected, 1e-6))
                        .isTrue();
                assertThat(run(EITHER, x, out).equalsWithEps(expected, 1e-6)).isTrue();
            }
        }
    }

    @Test
    void should_run_dense_floats_alone() throws Exception {
        KernelExecutioner insistent = InsistentKernel.executioner(new TanhKernel());
        INDArray x = KernelCall.draw(DataType.FLOAT, 1, 3, 5);
        assertThat(run(insistent, x, x.dup()).equalsWithEps(Nd4j.math.tanh(x), 1e-6)).isTrue();
        for (INDArray other : List.of(x.dup('f'), x.castTo(DataType.DOUBLE), x.reshape(5, 3))) {
            try (OpContext context = STOCK.buildContext()) {
                context.setInputArray(0, x);
                context.setOutputArray(0, other);
                assertThat(new TanhKernel().supports(context)).isFalse();
            }
        }
    }

    private static INDArray run(KernelExecutioner executioner, INDArray x, INDArray y) {
        try (OpContext context = executioner.buildContext()) {
            context.setInputArray(0, x);
            context.setOutputArray(0, y);
            executioner.exec(new Tanh(), context);
            return y;
        } catch (Exception cause) {
            throw new IllegalStateException(cause);
        }
    }
}
