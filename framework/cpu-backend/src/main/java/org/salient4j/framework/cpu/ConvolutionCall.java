package org.salient4j.framework.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The sizes of a call of {@code conv2d} or {@code conv2d_bp}, and how its images are taken apart
 * for products of matrices.
 *
 * <p>An image is laid out as its {@link ConvolutionAxis phases}, each {@code [inputs, phase height,
 * phase width]}. What a tap sees of a channel is then one run of memory, with row after row of the
 * result in it and a few elements between rows that belong to no result. Results are made a stripe
 * of rows at a time, as many as keep what all taps see in the cache.
 *
 * @param rows along the height of an image
 * @param columns along its width
 * @param inputs channels of an image
 * @param outputs channels of a result
 * @param channelsFirst whether arrays are {@code [B, C, H, W]}, else {@code [B, H, W, C]}
 * @param weightAxes where the weights have the kernel's rows, its columns, inputs and outputs
 */
record ConvolutionCall(
        int batch,
        ConvolutionAxis rows,
        ConvolutionAxis columns,
        int inputs,
        int outputs,
        boolean channelsFirst,
        List<Integer> weightAxes) {
    /** Elements that all taps see of a stripe, about a megabyte of floats. */
    private static final int STRIPE = 1 << 18;

    private static final int MAX_ELEMENTS = 1 << 26;
    private static final int ARGUMENTS = 10;
    private static final List<List<Integer>> WEIGHT_FORMATS =
            List.of(List.of(0, 1, 2, 3), List.of(2, 3, 1, 0), List.of(1, 2, 3, 0));

    /**
     * The call, if kernels can run it.
     *
     * @param bias null if there is none
     * @param gradients the arrays that have the shapes of image, weights and, if there is one,
     *     bias; empty where nobody reads one
     */
    static Optional<ConvolutionCall> of(
            OpContext context,
            INDArray image,
            INDArray weights,
            INDArray bias,
            INDArray result,
            List<INDArray> gradients) {
        List<INDArray> inputs =
                bias == null ? List.of(image, weights) : List.of(image, weights, bias);
        List<INDArray> arrays = new ArrayList<>(inputs);
        arrays.add(result);
        gradients.stream().filter(gradient -> !gradient.isEmpty()).forEach(arrays::add);
        List<Long> arguments = context.getIArguments();
        long format = arguments.size() > ARGUMENTS ? arguments.get(ARGUMENTS) : 0;
        if (arguments.size() < ARGUMENTS
                || image.rank() != 4
                || weights.rank() != 4
                || result.rank() != 4
                || format < 0
                || format >= WEIGHT_FORMATS.size()
                || arguments.get(8) < 0
                || arguments.get(8) > 1
                || !BroadcastLoop.areReal(arrays)
                || !haveShapesOf(inputs, gradients)) {
            return Optional.empty();
        }
        boolean channelsFirst = arguments.get(9) == 0;
        int channelAxis = channelsFirst ? 1 : 3;
        List<Integer> axes = WEIGHT_FORMATS.get((int) format);
        Optional<ConvolutionAxis> rows = axis(arguments, image, result, 0, channelsFirst);
        Optional<ConvolutionAxis> columns = axis(arguments, image, result, 1, channelsFirst);
        boolean fits =
                rows.isPresent()
                        && columns.isPresent()
                        && weights.size(axes.get(0)) == rows.get().taps()
                        && weights.size(axes.get(1)) == columns.get().taps()
                        && weights.size(axes.get(2)) == image.size(channelAxis)
                        && weights.size(axes.get(3)) == result.size(channelAxis)
                        && image.size(0) == result.size(0)
                        && (bias == null
                                || (bias.rank() == 1 && bias.length() == result.size(channelAxis)));
        if (!fits) {
            return Optional.empty();
        }
        ConvolutionCall call =
                new ConvolutionCall(
                        (int) image.size(0),
                        rows.get(),
                        columns.get(),
                        (int) image.size(channelAxis),
                        (int) result.size(channelAxis),
                        channelsFirst,
                        axes);
        return call.elements() <= MAX_ELEMENTS ? Optional.of(call) : Optional.empty();
    }

    private static boolean haveShapesOf(List<INDArray> inputs, List<INDArray> gradients) {
        for (int i = 0; i < gradients.size(); i++) {
            INDArray gradient = gradients.get(i);
            if (!gradient.isEmpty() && !gradient.equalShapes(inputs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ConvolutionAxis> axis(
            List<Long> arguments,
            INDArray image,
            INDArray result,
            int index,
            boolean channelsFirst) {
        int axis = (channelsFirst ? 2 : 1) + index;
        return ConvolutionAxis.of(
                image.size(axis),
                result.size(axis),
                arguments.get(index),
                arguments.get(2 + index),
                arguments.get(4 + index),
                arguments.get(6 + index),
                arguments.get(8) == 1);
    }

    /** Whether weights are {@code [kernel height, kernel width, inputs, outputs]}. */
    boolean hasTapsFirst() {
        return weightAxes.equals(WEIGHT_FORMATS.get(0));
    }

    /** Elements of scratch memory at most. */
    long elements() {
        long image = 2L * rows.stride() * columns.stride() * inputs * plane();
        long seen = (1L + inputs * (long) taps()) * (pitch() + outputs);
        return image + seen + (long) outputs * (pitch() + positions());
    }

    /** Taps of the kernel. */
    int taps() {
        return rows.taps() * columns.taps();
    }

    /** Elements of a channel of a result. */
    int positions() {
        return rows.outputs() * columns.outputs();
    }

    /** Elements from row to row of a phase. */
    int phaseWidth() {
        return columns.phaseSize();
    }

    /** Elements of a channel of a phase. */
    int plane() {
        return rows.phaseSize() * columns.phaseSize();
    }

    /** Elements of an image laid out as phases. */
    int laidOut() {
        return rows.stride() * columns.stride() * inputs * plane();
    }

    /** Whether a stripe is all rows of the result. */
    boolean isWhole() {
        return (long) inputs * taps() * plane() <= STRIPE;
    }

    /** Rows of the result in a stripe. */
    int stripe() {
        if (isWhole()) {
            return rows.outputs();
        }
        long row = (long) inputs * taps() * phaseWidth();
        return (int) Math.max(1, Math.min(rows.outputs(), STRIPE / row));
    }

    /** Elements from channel to channel in a stripe; those of a phase in a whole one. */
    int pitch() {
        return isWhole() ? plane() : stripe() * phaseWidth();
    }

    /** Elements of a stripe, from the first of its first row to the last of its last. */
    int run(int firstRow) {
        int count = Math.min(stripe(), rows.outputs() - firstRow);
        return (count - 1) * phaseWidth() + columns.outputs();
    }

    /** How far into its phase a tap begins. */
    int shift(int tap) {
        int row = tap / columns.taps();
        int column = tap % columns.taps();
        return rows.shift(row) * phaseWidth() + columns.shift(column);
    }

    /** Where a tap begins in an image laid out as phases. */
    int start(int tap) {
        int row = rows.phase(tap / columns.taps());
        int column = columns.phase(tap % columns.taps());
        return (row * columns.stride() + column) * inputs * plane() + shift(tap);
    }

    /** Where the rows of an image begin in its layout as phases. */
    int[] rowStarts() {
        int[] starts = new int[rows.size()];
        for (int row = 0; row < starts.length; row++) {
            int phase = rows.phaseOf(row) * columns.stride();
            starts[row] = phase * inputs * plane() + rows.indexOf(row) * phaseWidth();
        }
        return starts;
    }

    /** How far from a row's beginning each column of an image lies in its layout as phases. */
    int[] columnStarts() {
        int[] starts = new int[columns.size()];
        for (int column = 0; column < starts.length; column++) {
            starts[column] = columns.phaseOf(column) * inputs * plane() + columns.indexOf(column);
        }
        return starts;
    }

    /**
     * Where the elements of a matrix of weights lie in their array: a row for a tap and an input, a
     * column for an output.
     */
    int[] weightPlaces(INDArray weights) {
        int[] places = new int[taps() * inputs * outputs];
        long step = weights.stride(weightAxes.get(3));
        int next = 0;
        for (int tap = 0; tap < taps(); tap++) {
            for (int input = 0; input < inputs; input++) {
                long place =
                        weights.offset()
                                + (long) (tap / columns.taps()) * weights.stride(weightAxes.get(0))
                                + (long) (tap % columns.taps()) * weights.stride(weightAxes.get(1))
                                + (long) input * weights.stride(weightAxes.get(2));
                for (int output = 0; output < outputs; output++) {
                    places[next++] = (int) (place + output * step);
                }
            }
        }
        return places;
    }

    /** Whether an image is its own layout as phases. */
    boolean isLaidOut(Planes image) {
        return image.isBlock()
                && rows.stride() == 1
                && columns.stride() == 1
                && rows.padding() == 0
                && columns.padding() == 0;
    }
}
