package org.salient4j.framework.cpu;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of an operation on the elements of two arrays of which one broadcasts, from x, y and
 * dz to dx and dy, in float and double. What broadcast forward is summed backward, block after
 * block, so that the order of the sums is fixed. The stock operation makes an array for every row;
 * on arrays of one shape it is as fast as memory and runs itself.
 */
abstract class BinaryGradientKernel implements CpuKernel {
    private final String opName;

    BinaryGradientKernel(String opName) {
        this.opName = opName;
    }

    /** The first {@code length} elements of dx and dy before sums. */
    abstract void apply(float[] x, float[] y, float[] dz, float[] dx, float[] dy, int length);

    /** The first {@code length} elements of dx and dy before sums. */
    abstract void apply(double[] x, double[] y, double[] dz, double[] dx, double[] dy, int length);

    @Override
    public final String opName() {
        return opName;
    }

    @Override
    public final boolean supports(OpContext context) {
        if (context.numInputArguments() != 3 || context.numOutputArguments() != 2) {
            return false;
        }
        List<INDArray> arrays = arrays(context);
        INDArray x = arrays.get(1);
        INDArray y = arrays.get(2);
        return BroadcastLoop.areReal(arrays)
                && !x.equalShapes(y)
                && BroadcastLoop.isOf(arrays.get(0).shape(), x, y)
                && arrays.get(3).equalShapes(x)
                && arrays.get(4).equalShapes(y);
    }

    @Override
    public final void execute(OpContext context) {
        List<INDArray> arrays = arrays(context);
        INDArray dz = arrays.get(0);
        for (INDArray gradient : arrays.subList(3, 5)) {
            if (!gradient.equalShapes(dz)) {
                Zeros.fill(gradient);
            }
        }
        BroadcastLoop loop = BroadcastLoop.over(dz.shape(), arrays);
        if (dz.dataType() == DataType.FLOAT) {
            floats(loop, arrays);
        } else {
            doubles(loop, arrays);
        }
    }

    /** dz, x, y, dx, dy. */
    private static List<INDArray> arrays(OpContext context) {
        return List.of(
                context.getInputArray(2),
                context.getInputArray(0),
                context.getInputArray(1),
                context.getOutputArray(0),
                context.getOutputArray(1));
    }

    private void floats(BroadcastLoop loop, List<INDArray> arrays) {
        float[][] scratch = FloatScratch.blocks();
        FloatBlock given = new FloatBlock(arrays.get(0), loop, 0, scratch[0]);
        FloatBlock left = new FloatBlock(arrays.get(1), loop, 1, scratch[1]);
        FloatBlock right = new FloatBlock(arrays.get(2), loop, 2, scratch[2]);
        FloatBlock toLeft = new FloatBlock(arrays.get(3), loop, 3, scratch[5]);
        FloatBlock toRight = new FloatBlock(arrays.get(4), loop, 4, scratch[5]);
        boolean sumLeft = !arrays.get(3).equalShapes(arrays.get(0));
        boolean sumRight = !arrays.get(4).equalShapes(arrays.get(0));
        loop.run(
                (offsets, rows, columns) -> {
                    given.read(offsets[0], rows, columns);
                    left.read(offsets[1], rows, columns);
                    right.read(offsets[2], rows, columns);
                    apply(
                            left.elements(),
                            right.elements(),
                            given.elements(),
                            scratch[3],
                            scratch[4],
                            rows * columns);
                    put(toLeft, sumLeft, scratch[3], offsets[3], rows, columns);
                    put(toRight, sumRight, scratch[4], offsets[4], rows, columns);
                });
    }

    private static void put(
            FloatBlock target, boolean sum, float[] values, int offset, int rows, int columns) {
        if (sum) {
            target.add(values, offset, rows, columns);
        } else {
            target.write(values, offset, rows, columns);
        }
    }

    private void doubles(BroadcastLoop loop, List<INDArray> arrays) {
        double[][] scratch = DoubleScratch.blocks();
        DoubleBlock given = new DoubleBlock(arrays.get(0), loop, 0, scratch[0]);
        DoubleBlock left = new DoubleBlock(arrays.get(1), loop, 1, scratch[1]);
        DoubleBlock right = new DoubleBlock(arrays.get(2), loop, 2, scratch[2]);
        DoubleBlock toLeft = new DoubleBlock(arrays.get(3), loop, 3, scratch[5]);
        DoubleBlock toRight = new DoubleBlock(arrays.get(4), loop, 4, scratch[5]);
        boolean sumLeft = !arrays.get(3).equalShapes(arrays.get(0));
        boolean sumRight = !arrays.get(4).equalShapes(arrays.get(0));
        loop.run(
                (offsets, rows, columns) -> {
                    given.read(offsets[0], rows, columns);
                    left.read(offsets[1], rows, columns);
                    right.read(offsets[2], rows, columns);
                    apply(
                            left.elements(),
                            right.elements(),
                            given.elements(),
                            scratch[3],
                            scratch[4],
                            rows * columns);
                    put(toLeft, sumLeft, scratch[3], offsets[3], rows, columns);
                    put(toRight, sumRight, scratch[4], offsets[4], rows, columns);
                });
    }

    private static void put(
            DoubleBlock target, boolean sum, double[] values, int offset, int rows, int columns) {
        if (sum) {
            target.add(values, offset, rows, columns);
        } else {
            target.write(values, offset, rows, columns);
        }
    }
}
