package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * Adds rows to the rows of a matrix that have given numbers, for the operation {@code scatter_add}:
 * the gradient of word vectors. Rows are added in the order in which they stand, so a sum has the
 * same bits every time. The stock operation makes two views a row.
 *
 * <p>Runs float and double matrices and 32-bit numbers that lie in 'c' order without gaps. The
 * stock operation runs the rest.
 */
public final class ScatterAddKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public ScatterAddKernel() {}

    @Override
    public String opName() {
        return "scatter_add";
    }

    @Override
    public boolean supports(OpContext context) {
        if (context.numInputArguments() != 3 || context.numOutputArguments() != 1) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        INDArray ids = context.getInputArray(1);
        INDArray rows = context.getInputArray(2);
        INDArray y = context.getOutputArray(0);
        DataType type = x.dataType();
        return (type == DataType.FLOAT || type == DataType.DOUBLE)
                && ids.dataType() == DataType.INT32
                && rows.dataType() == type
                && y.dataType() == type
                && x.rank() == 2
                && y.equalShapes(x)
                && List.of(x, ids, rows, y).stream().allMatch(DenseArray::isDense)
                && rows.rank() == ids.rank() + 1
                && rows.length() == ids.length() * x.size(1);
    }

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        int[] rows = numbers(context.getInputArray(1), (int) x.size(0));
        int columns = (int) x.size(1);
        if (x.data().pointer().address() != y.data().pointer().address()
                || x.offset() != y.offset()) {
            DenseArray.bytes(y).put(DenseArray.bytes(x));
        }
        if (x.dataType() == DataType.FLOAT) {
            addFloats(context, rows, columns);
        } else {
            addDoubles(context, rows, columns);
        }
    }

    private static int[] numbers(INDArray ids, int rows) {
        int[] numbers = new int[(int) ids.length()];
        IntPointer pointer = new IntPointer(ids.data().pointer());
        pointer.position(ids.offset()).get(numbers);
        for (int number : numbers) {
            if (number < 0 || number >= rows) {
                throw new IllegalArgumentException(
                        "scatter_add takes row numbers in [0, %d), found %d"
                                .formatted(rows, number));
            }
        }
        return numbers;
    }

    /** In place: of a large table a step reads and writes the rows it looks up, and no other. */
    private static void addFloats(OpContext context, int[] rows, int columns) {
        INDArray y = context.getOutputArray(0);
        FloatBuffer added = FloatBlock.buffer(context.getInputArray(2));
        FloatBuffer sums = FloatBlock.buffer(y);
        int from = (int) context.getInputArray(2).offset();
        float[] sum = new float[columns];
        float[] row = new float[columns];
        for (int i = 0; i < rows.length; i++) {
            added.get(from + i * columns, row);
            int at = (int) y.offset() + rows[i] * columns;
            sums.get(at, sum);
            for (int j = 0; j < columns; j++) {
                sum[j] += row[j];
            }
            sums.put(at, sum);
        }
    }

    /** In place: of a large table a step reads and writes the rows it looks up, and no other. */
    private static void addDoubles(OpContext context, int[] rows, int columns) {
        INDArray y = context.getOutputArray(0);
        DoubleBuffer added = DoubleBlock.buffer(context.getInputArray(2));
        DoubleBuffer sums = DoubleBlock.buffer(y);
        int from = (int) context.getInputArray(2).offset();
        double[] sum = new double[columns];
        double[] row = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            added.get(from + i * columns, row);
            int at = (int) y.offset() + rows[i] * columns;
            sums.get(at, sum);
            for (int j = 0; j < columns; j++) {
                sum[j] += row[j];
            }
            sums.put(at, sum);
        }
    }
}
