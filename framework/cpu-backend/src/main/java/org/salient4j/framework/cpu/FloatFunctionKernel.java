package org.salient4j.framework.cpu;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * A function of every element, for float arrays that lie in 'c' order without gaps, block after
 * block on the heap. The stock operations, which run the rest, go from element to element.
 */
abstract class FloatFunctionKernel implements CpuKernel {
    /** Elements of a block. */
    static final int BLOCK = 4096;

    private final String opName;

    FloatFunctionKernel(String opName) {
        this.opName = opName;
    }

    /** Puts the function's values in the place of the first {@code length} elements. */
    abstract void apply(float[] block, int length);

    @Override
    public final String opName() {
        return opName;
    }

    @Override
    public final boolean supports(OpContext context) {
        if (context.numInputArguments() != 1 || context.numOutputArguments() != 1) {
            return false;
        }
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        return x.dataType() == DataType.FLOAT
                && y.dataType() == DataType.FLOAT
                && y.equalShapes(x)
                && DenseArray.isDense(x)
                && DenseArray.isDense(y);
    }

    @Override
    public final void execute(OpContext context) {
        INDArray x = context.getInputArray(0);
        INDArray y = context.getOutputArray(0);
        FloatBuffer from = FloatBlock.buffer(x);
        FloatBuffer to = FloatBlock.buffer(y);
        int length = (int) x.length();
        float[] block = new float[Math.min(BLOCK, length)];
        for (int at = 0; at < length; at += block.length) {
            int n = Math.min(block.length, length - at);
            from.get((int) x.offset() + at, block, 0, n);
            apply(block, n);
            to.put((int) y.offset() + at, block, 0, n);
        }
    }
}
