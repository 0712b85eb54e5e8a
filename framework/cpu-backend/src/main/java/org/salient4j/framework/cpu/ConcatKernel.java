package org.salient4j.framework.cpu;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays one after the other along their first axis, for the operation {@code concat}: a block copy
 * an array, where the stock operation goes from element to element. Saliency guided training stacks
 * its clean and its masked batch so in every step.
 *
 * <p>Runs arrays of one type that lie in 'c' order without gaps. Not other axes, empty arrays or an
 * axis given as an array: the stock operation runs those.
 */
public final class ConcatKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public ConcatKernel() {}

    @Override
    public String opName() {
        return "concat";
    }

    @Override
    public boolean supports(OpContext context) {
        List<INDArray> inputs = context.getInputArrays();
        List<Long> axis = context.getIArguments();
        boolean dynamic = context.getBArguments().contains(true);
        if (dynamic || !axis.equals(List.of(0L)) || inputs.isEmpty()) {
            return false;
        }
        INDArray output = context.getOutputArray(0);
        long length = 0;
        for (INDArray input : inputs) {
            if (!isBlock(input) || !fits(input, output)) {
                return false;
            }
            length += input.length();
        }
        return isBlock(output) && output.length() == length;
    }

    @Override
    public void execute(OpContext context) {
        INDArray output = context.getOutputArray(0);
        long at = 0;
        for (INDArray input : context.getInputArrays()) {
            Pointer.memcpy(pointer(output, at), pointer(input, 0), bytes(input));
            at += bytes(input);
        }
    }

    private static boolean fits(INDArray input, INDArray output) {
        long[] in = input.shape();
        long[] out = output.shape();
        return input.dataType() == output.dataType()
                && in.length == out.length
                && Arrays.equals(in, 1, in.length, out, 1, out.length);
    }

    /** Whether the elements lie one after the other in 'c' order. */
    private static boolean isBlock(INDArray array) {
        return array != null
                && array.rank() > 0
                && !array.isEmpty()
                && array.dataType().isNumerical()
                && Arrays.equals(array.stride(), Nd4j.getStrides(array.shape(), 'c'));
    }

    private static long bytes(INDArray array) {
        return array.length() * array.dataType().width();
    }

    private static Pointer pointer(INDArray array, long skip) {
        long offset = array.offset() * array.dataType().width() + skip;
        BytePointer base = new BytePointer(array.data().pointer());
        return base.position(offset);
    }
}
