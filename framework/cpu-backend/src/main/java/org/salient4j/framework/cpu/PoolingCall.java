package org.salient4j.framework.cpu;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The sizes of a call of {@code maxpool2d} or {@code maxpool2d_bp} on float images {@code [B, C, H,
 * W]} that lie in 'c' order without gaps: planes of pixels, one after the other.
 *
 * @param planes images times channels
 * @param rows how the window slides down a plane
 * @param columns how it slides along a row
 */
record PoolingCall(int planes, ConvolutionAxis rows, ConvolutionAxis columns) {
    private static final int ARGUMENTS = 11;

    /**
     * The call, if kernels can run it.
     *
     * @param image what the window slides over
     * @param result what it gives, or the gradient of that
     */
    static Optional<PoolingCall> of(OpContext context, INDArray image, INDArray result) {
        List<Long> arguments = context.getIArguments();
        if (arguments.size() != ARGUMENTS
                || arguments.get(8) < 0
                || arguments.get(8) > 1
                || arguments.get(10) != 0
                || !isPlain(image)
                || !isPlain(result)
                || image.size(0) != result.size(0)
                || image.size(1) != result.size(1)) {
            return Optional.empty();
        }
        Optional<ConvolutionAxis> rows = axis(arguments, image, result, 0);
        Optional<ConvolutionAxis> columns = axis(arguments, image, result, 1);
        return rows.isPresent() && columns.isPresent()
                ? Optional.of(
                        new PoolingCall(
                                (int) (image.size(0) * image.size(1)), rows.get(), columns.get()))
                : Optional.empty();
    }

    /** Whether it is a batch of float images without gaps. */
    static boolean isPlain(INDArray array) {
        return array.rank() == 4 && array.dataType() == DataType.FLOAT && DenseArray.isDense(array);
    }

    private static Optional<ConvolutionAxis> axis(
            List<Long> arguments, INDArray image, INDArray result, int index) {
        return ConvolutionAxis.of(
                        image.size(2 + index),
                        result.size(2 + index),
                        arguments.get(index),
                        arguments.get(2 + index),
                        arguments.get(4 + index),
                        arguments.get(6 + index),
                        arguments.get(8) == 1)
                .filter(PoolingCall::seesPixels);
    }

    /** Whether each window has a pixel; a dilated one may have all its taps in the padding. */
    private static boolean seesPixels(ConvolutionAxis axis) {
        for (int output = 0; output < axis.outputs(); output++) {
            int first = output * axis.stride() - axis.padding();
            boolean seen = false;
            for (int tap = 0; tap < axis.taps() && !seen; tap++) {
                int pixel = first + tap * axis.dilation();
                seen = pixel >= 0 && pixel < axis.size();
            }
            if (!seen) {
                return false;
            }
        }
        return true;
    }

    /** Pixels of a plane. */
    int pixels() {
        return rows.size() * columns.size();
    }

    /** Elements of a plane of the result. */
    int positions() {
        return rows.outputs() * columns.outputs();
    }

    /** Whether the windows are tiles of two by two pixels. */
    boolean isTiled() {
        return isPair(rows) && isPair(columns);
    }

    private static boolean isPair(ConvolutionAxis axis) {
        return axis.taps() == 2
                && axis.stride() == 2
                && axis.padding() == 0
                && axis.dilation() == 1
                && axis.size() >= 2 * axis.outputs();
    }
}
