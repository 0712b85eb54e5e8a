package org.salient4j.framework.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

class ScatterAddKernelTest {
    private static final INDArray IDS = Nd4j.createFromArray(new int[][] {{3, 0, 3}, {1, 3, 0}});

    private static OpContext call(INDArray x, INDArray ids, INDArray rows, INDArray y) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(x, ids, rows);
        context.setOutputArrays(y);
        return context;
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void should_add_rows_to_the_rows_of_their_numbers(DataType type) {
        INDArray x = Nd4j.rand(type, 5, 4);
        INDArray rows = Nd4j.rand(type, 2, 3, 4);
        INDArray y = Nd4j.valueArrayOf(new long[] {5, 4}, 7.0, type);
        OpContext context = call(x, IDS, rows, y);
        ScatterAddKernel kernel = new ScatterAddKernel();

        assertThat(kernel.supports(context)).isTrue();
        kernel.execute(context);

        INDArray expected = x.dup('c');
        for (int b = 0; b < 2; b++) {
            for (int i = 0; i < 3; i++) {
                expected.getRow(IDS.getInt(b, i)).addi(rows.slice(b).getRow(i));
            }
        }
        assertThat(y.equalsWithEps(expected, 1e-6)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void should_add_in_place(DataType type) {
        INDArray x = Nd4j.zeros(type, 5, 4);
        OpContext context = call(x, IDS, Nd4j.ones(type, 2, 3, 4), x);
        new ScatterAddKernel().execute(context);
        assertThat(x.sum(1)).isEqualTo(Nd4j.createFromArray(8d, 4, 0, 12, 0).castTo(type));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void should_leave_other_layouts_to_the_stock_operation(DataType type) {
        ScatterAddKernel kernel = new ScatterAddKernel();
        INDArray x = Nd4j.rand(type, 5, 4);
        INDArray rows = Nd4j.rand(type, 2, 3, 4);
        assertThat(kernel.supports(call(x.dup('f'), IDS, rows, x.dup()))).isFalse();
        assertThat(kernel.supports(call(x, IDS.castTo(DataType.INT64), rows, x.dup()))).isFalse();
        assertThat(kernel.supports(call(x, IDS, Nd4j.rand(type, 2, 3, 5), x.dup()))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void should_refuse_numbers_that_are_no_row(DataType type) {
        OpContext context =
                call(Nd4j.rand(type, 3, 4), IDS, Nd4j.rand(type, 2, 3, 4), Nd4j.zeros(type, 3, 4));
        assertThatThrownBy(() -> new ScatterAddKernel().execute(context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scatter_add takes row numbers in [0, 3), found 3");
    }
}
