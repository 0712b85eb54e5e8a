package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of a maximum along one axis, for the operation {@code reduce_max_bp}: the first
 * highest element of each line receives the line's gradient, all others zero.
 *
 * <p>Runs dense arrays in 'c' order, in float and double, in which the elements from the axis on
 * fit into the cache. The stock operation runs the rest, and reports what is malformed.
 */
public final class MaximumGradientKernel implements CpuKernel {
    private static final int MAX_ELEMENTS = 1 << 16;

    /** For {@link java.util.ServiceLoader}. */
    public MaximumGradientKernel() {}

    @Override
    public String opName() {
        return "reduce_max_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        if (context.numInputArguments() != 2
                || context.numOutputArguments() != 1
                || context.numIArguments() != 1) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        INDArray dz = context.getInputArray(1);
        INDArray dx = context.getOutputArray(0);
        int axis = axis(context, x);
        return axis >= 0
                && axis < x.rank()
                && BroadcastLoop.areReal(List.of(x, dz, dx))
                && dx.equalShapes(x)
                && DenseArray.isDense(x)
                && DenseArray.isDense(dz)
                && DenseArray.isDense(dx)
                && dz.length() * x.size(axis) == x.length()
                && x.size(axis) * columns(x, axis) <= MAX_ELEMENTS;
    }

    @Override
    public void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray dz = context.getInputArray(1);
        INDArray dx = context.getOutputArray(0);
        int columns = (int) columns(x, axis(context, x));
        if (x.dataType() == DataType.FLOAT) {
            floats(x, dz, dx, columns);
        } else {
            doubles(x, dz, dx, columns);
        }
    }

    private static int axis(OpContext context, INDArray x) {
        int axis = context.getIArguments().get(0).intValue();
        return axis < 0 ? axis + x.rank() : axis;
    }

    /** Elements from one of the axis to the next. */
    private static long columns(INDArray x, int axis) {
        long columns = 1;
        for (int i = axis + 1; i < x.rank(); i++) {
            columns *= x.size(i);
        }
        return columns;
    }

    private static void floats(INDArray x, INDArray dz, INDArray dx, int columns) {
        FloatBuffer inputs = FloatBlock.buffer(x);
        FloatBuffer gradients = FloatBlock.buffer(dz);
        FloatBuffer results = FloatBlock.buffer(dx);
        int length = (int) (x.length() / dz.length()) * columns;
        float[] values = new float[length];
        float[] zeros = new float[length];
        float[] gradient = new float[columns];
        int gradientAt = (int) dz.offset();
        for (int at = 0; at < x.length(); at += length) {
            inputs.get((int) x.offset() + at, values, 0, length);
            gradients.get(gradientAt, gradient, 0, columns);
            int to = (int) dx.offset() + at;
            results.put(to, zeros, 0, length);
            for (int i = 0; i < columns; i++) {
                results.put(to + first(values, i, columns, length), gradient[i]);
            }
            gradientAt += columns;
        }
    }

    /** Where the first highest element of a column is; NaN is below every number. */
    private static int first(float[] values, int column, int columns, int length) {
        int first = column;
        float highest = values[column];
        for (int i = column + columns; i < length; i += columns) {
            if (values[i] > highest || (Float.isNaN(highest) && !Float.isNaN(values[i]))) {
                highest = values[i];
                first = i;
            }
        }
        return first;
    }

    private static void doubles(INDArray x, INDArray dz, INDArray dx, int columns) {
        DoubleBuffer inputs = DoubleBlock.buffer(x);
        DoubleBuffer gradients = DoubleBlock.buffer(dz);
        DoubleBuffer results = DoubleBlock.buffer(dx);
        int length = (int) (x.length() / dz.length()) * columns;
        double[] values = new double[length];
        double[] zeros = new double[length];
        double[] gradient = new double[columns];
        int gradientAt = (int) dz.offset();
        for (int at = 0; at < x.length(); at += length) {
            inputs.get((int) x.offset() + at, values, 0, length);
            gradients.get(gradientAt, gradient, 0, columns);
            int to = (int) dx.offset() + at;
            results.put(to, zeros, 0, length);
            for (int i = 0; i < columns; i++) {
                results.put(to + first(values, i, columns, length), gradient[i]);
            }
            gradientAt += columns;
        }
    }

    /** Where the first highest element of a column is; NaN is below every number. */
    private static int first(double[] values, int column, int columns, int length) {
        int first = column;
        double highest = values[column];
        for (int i = column + columns; i < length; i += columns) {
            if (values[i] > highest || (Double.isNaN(highest) && !Double.isNaN(values[i]))) {
                highest = values[i];
                first = i;
            }
        }
        return first;
    }
}
