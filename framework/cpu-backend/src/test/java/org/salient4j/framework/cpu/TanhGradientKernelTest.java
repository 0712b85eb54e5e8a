package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class TanhGradientKernelTest {
    private static final CpuKernel KERNEL = new TanhGradientKernel();

    @Test
    void should_equal_the_stock_operation() {
        call(DataType.FLOAT, 7).assertRunBy(KERNEL);
        call(DataType.FLOAT, 90, 101).assertRunBy(KERNEL);
        call(DataType.FLOAT, 3, 5, 7).assertSameInEveryLayout(KERNEL);
    }

    @Test
    void should_leave_doubles_and_other_shapes_to_the_stock_operation() {
        assertThat(call(DataType.FLOAT, 3, 5).isSupportedBy(KERNEL)).isTrue();
        assertThat(call(DataType.DOUBLE, 3, 5).isSupportedBy(KERNEL)).isFalse();
        assertThat(call(DataType.FLOAT, 3, 5).with(1, dy -> dy.reshape(5, 3)).isSupportedBy(KERNEL))
                .isFalse();
    }

    private static KernelCall call(DataType type, long... shape) {
        INDArray x = KernelCall.draw(type, 1, shape).mul(3);
        INDArray dy = KernelCall.draw(type, 2, shape);
        return new KernelCall("tanh_bp", List.of(x, dy), List.of(shape));
    }
}
