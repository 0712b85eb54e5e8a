package org.salient4j.framework.cpu;

import java.util.Optional;

/**
 * How a window slides along one axis of an image: output i sees, by tap u, element {@code i stride
 * + u dilation - padding}.
 *
 * <p>Elements that are {@code stride} apart, counted with the padding, form a phase; all that a tap
 * sees lies in one phase and there side by side. With stride 1 the only phase is the padded axis.
 *
 * @param size elements of the image
 * @param outputs elements of the result
 * @param taps of the window
 * @param padding before the first element
 */
record ConvolutionAxis(int size, int outputs, int taps, int stride, int padding, int dilation) {

    /**
     * The axis, if there is one with these sizes.
     *
     * @param same whether padding is such that there are {@code size / stride} outputs, rounded up;
     *     else there is {@code padding} on both sides
     */
    static Optional<ConvolutionAxis> of(
            long size,
            long outputs,
            long taps,
            long stride,
            long padding,
            long dilation,
            boolean same) {
        if (taps < 1 || stride < 1 || padding < 0 || dilation < 1) {
            return Optional.empty();
        }
        long seen = (taps - 1) * dilation + 1;
        long missing = (outputs - 1) * stride + seen - size;
        boolean fits =
                same
                        ? outputs == (size + stride - 1) / stride && missing >= 0
                        : seen <= size + 2 * padding
                                && outputs == (size + 2 * padding - seen) / stride + 1;
        return fits
                ? Optional.of(
                        new ConvolutionAxis(
                                (int) size,
                                (int) outputs,
                                (int) taps,
                                (int) stride,
                                (int) (same ? missing / 2 : padding),
                                (int) dilation))
                : Optional.empty();
    }

    /** Elements of a phase, with padding, as many as the taps see or the image has. */
    int phaseSize() {
        return Math.max(outputs + shift(taps - 1), (size - 1 + padding) / stride + 1);
    }

    /** The phase that a tap sees. */
    int phase(int tap) {
        return tap * dilation % stride;
    }

    /** Where in its phase a tap begins. */
    int shift(int tap) {
        return tap * dilation / stride;
    }

    /** The phase in which an element lies. */
    int phaseOf(int element) {
        return (element + padding) % stride;
    }

    /** Where in its phase an element lies. */
    int indexOf(int element) {
        return (element + padding) / stride;
    }
}
