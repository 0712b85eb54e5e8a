package org.salient4j.framework.cpu;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * A call of {@code im2col} or {@code im2col_bp} with kernels of width one: every tap of a channel
 * sees a run of the channel's memory, and the runs are {@code shift} elements apart.
 *
 * @param image {@code [B, C, H, W]} in 'c' order
 * @param columns {@code [B, C, taps, 1, H', W]} in 'c' order
 */
record TapsCall(INDArray image, INDArray columns, int channels, int channel, int taps, int shift) {
    private static final int ARGUMENTS = 9;

    /** Elements that a tap sees of a channel. */
    int seen() {
        return channel - (taps - 1) * shift;
    }

    /** The call, if kernels can run it. */
    static Optional<TapsCall> of(OpContext context, INDArray image, INDArray columns) {
        List<Long> arguments = context.getIArguments();
        DataType type = image.dataType();
        if (arguments.size() < ARGUMENTS
                || (type != DataType.FLOAT && type != DataType.DOUBLE)
                || columns.dataType() != type
                || image.rank() != 4
                || columns.rank() != 6
                || !DenseArray.isDense(image)
                || !DenseArray.isDense(columns)
                || !isPlain(arguments)) {
            return Optional.empty();
        }
        int taps = arguments.get(0).intValue();
        int dilation = arguments.get(6).intValue();
        long height = image.size(2) - (long) (taps - 1) * dilation;
        boolean fits =
                columns.size(0) == image.size(0)
                        && columns.size(1) == image.size(1)
                        && columns.size(2) == taps
                        && columns.size(3) == 1
                        && columns.size(4) == height
                        && columns.size(5) == image.size(3);
        return fits
                ? Optional.of(
                        new TapsCall(
                                image,
                                columns,
                                (int) (image.size(0) * image.size(1)),
                                (int) (image.size(2) * image.size(3)),
                                taps,
                                (int) (dilation * image.size(3))))
                : Optional.empty();
    }

    /** Arguments: height and width of kernel, steps, padding and dilation, then "same" or not. */
    private static boolean isPlain(List<Long> arguments) {
        return arguments.get(1) == 1
                && arguments.get(2) == 1
                && arguments.get(3) == 1
                && arguments.get(4) == 0
                && arguments.get(5) == 0
                && arguments.get(8) == 0;
    }
}
