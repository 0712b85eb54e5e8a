package org.salient4j.framework.cpu;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * One call of {@code lstmLayer} or {@code lstmLayer_bp} with its arrays by name. Arrays over time
 * are {@code [T, B, ·]} if {@code timeMajor} and {@code [B, T, ·]} otherwise; an absent array is
 * {@code null}.
 *
 * <p>What libnd4j 1.0.0-M2.1 passes: integers {@code {format, direction, gate, cell, output
 * activation}}; numbers {@code {cell clip}}; booleans {@code {bias, sequence lengths, h0, c0,
 * peepholes, all outputs, last h, last c}}; inputs {@code x [·,·,F], wx [F,4H], wr [H,4H], b [4H],
 * h0 [B,H], c0 [B,H]} and, backward, the gradients of the outputs that the forward call returned.
 * Gates stand in the order input, forget, cell, output.
 *
 * @param reversed whether time runs from the last step to the first
 * @param h forward: where h of all steps goes; backward: its gradient. So {@code hLast, cLast}.
 * @param xGradient backward only, as the other gradients: where the result goes, null if nobody
 *     reads it
 */
record LstmCall(
        boolean timeMajor,
        boolean reversed,
        int batch,
        int steps,
        int features,
        int units,
        INDArray x,
        INDArray wx,
        INDArray wr,
        INDArray b,
        INDArray h0,
        INDArray c0,
        INDArray h,
        INDArray hLast,
        INDArray cLast,
        INDArray xGradient,
        INDArray wxGradient,
        INDArray wrGradient,
        INDArray bGradient,
        INDArray h0Gradient,
        INDArray c0Gradient) {

    /** Keeps every index an {@code int} and every buffer below two gigabytes. */
    private static final long MAX_ELEMENTS = 1L << 27;

    private static final int TIME_MAJOR = 0;
    private static final int BATCH_FEATURES_TIME = 2;
    private static final int BACKWARD = 1;
    private static final List<Long> SIGMOID_TANH_TANH = List.of(2L, 0L, 0L);

    static Optional<LstmCall> forward(OpContext context) {
        return of(context, false);
    }

    static Optional<LstmCall> backward(OpContext context) {
        return of(context, true);
    }

    /** The call, or nothing if the kernels cannot run it or its arrays do not fit together. */
    private static Optional<LstmCall> of(OpContext context, boolean gradient) {
        List<Long> integers = context.getIArguments();
        List<Double> numbers = context.getTArguments();
        List<Boolean> has = context.getBArguments();
        if (integers.size() != 5
                || numbers.isEmpty()
                || numbers.get(0) != 0
                || has.size() < 8
                || has.get(1)
                || has.get(4)
                || !integers.subList(2, 5).equals(SIGMOID_TANH_TANH)) {
            return Optional.empty();
        }
        long format = integers.get(0);
        long direction = integers.get(1);
        int optional = count(has.get(0), has.get(2), has.get(3));
        int results = count(has.get(5), has.get(6), has.get(7));
        List<INDArray> inputs = context.getInputArrays();
        List<INDArray> outputs = context.getOutputArrays();
        if (format > BATCH_FEATURES_TIME
                || direction > BACKWARD
                || results == 0
                || inputs.size() != 3 + optional + (gradient ? results : 0)
                || outputs.size() != (gradient ? 3 + optional : results)
                || !sameRealType(inputs, outputs)
                || inputs.get(0).rank() != 3
                || inputs.get(2).rank() != 2) {
            return Optional.empty();
        }
        boolean featuresBeforeTime = format == BATCH_FEATURES_TIME;
        Iterator<INDArray> in = inputs.iterator();
        Iterator<INDArray> out = outputs.iterator();
        INDArray x = overTime(in.next(), featuresBeforeTime);
        INDArray wx = in.next();
        INDArray wr = in.next();
        INDArray b = has.get(0) ? in.next() : null;
        INDArray h0 = has.get(2) ? in.next() : null;
        INDArray c0 = has.get(3) ? in.next() : null;
        Iterator<INDArray> result = gradient ? in : out;
        boolean timeMajor = format == TIME_MAJOR;
        LstmCall call =
                new LstmCall(
                        timeMajor,
                        direction == BACKWARD,
                        (int) x.size(timeMajor ? 1 : 0),
                        (int) x.size(timeMajor ? 0 : 1),
                        (int) x.size(2),
                        (int) wr.size(0),
                        x,
                        wx,
                        wr,
                        b,
                        h0,
                        c0,
                        has.get(5) ? overTime(result.next(), featuresBeforeTime) : null,
                        has.get(6) ? result.next() : null,
                        has.get(7) ? result.next() : null,
                        gradient ? overTime(asked(out.next()), featuresBeforeTime) : null,
                        gradient ? asked(out.next()) : null,
                        gradient ? asked(out.next()) : null,
                        gradient && b != null ? asked(out.next()) : null,
                        gradient && h0 != null ? asked(out.next()) : null,
                        gradient && c0 != null ? asked(out.next()) : null);
        return call.fits(gradient) ? Optional.of(call) : Optional.empty();
    }

    DataType type() {
        return x.dataType();
    }

    /** T · B, the rows of the matrices over all steps. */
    int rows() {
        return steps * batch;
    }

    /** The row of sample 0 at the given step of the recurrence, in the order of {@code x}. */
    int firstRow(int step) {
        int t = reversed ? steps - 1 - step : step;
        return timeMajor ? t * batch : t;
    }

    /** The distance between the rows of neighbouring samples. */
    int rowStride() {
        return timeMajor ? 1 : steps;
    }

    /** The elements of the largest matrix. */
    long elements() {
        long gates = 4L * units;
        return Math.max((long) steps * batch, Math.max(features, units))
                * Math.max(features, gates);
    }

    private boolean fits(boolean gradient) {
        long[] overTime = x.shape();
        long[] outputs = {overTime[0], overTime[1], units};
        long[] state = {batch, units};
        return elements() > 0
                && elements() <= MAX_ELEMENTS
                && has(wx, features, 4L * units)
                && has(wr, units, 4L * units)
                && (b == null || has(b, 4L * units))
                && (h0 == null || has(h0, state))
                && (c0 == null || has(c0, state))
                && isResult(h, gradient, outputs)
                && isResult(hLast, gradient, state)
                && isResult(cLast, gradient, state)
                && (!gradient
                        || isAsked(xGradient, overTime)
                                && isAsked(wxGradient, wx.shape())
                                && isAsked(wrGradient, wr.shape())
                                && (b == null || isAsked(bGradient, b.shape()))
                                && (h0 == null || isAsked(h0Gradient, state))
                                && (c0 == null || isAsked(c0Gradient, state)));
    }

    /** As the stock operation does, takes a scalar for a gradient that is the same everywhere. */
    private static boolean isResult(INDArray array, boolean gradient, long... shape) {
        return array == null || gradient && array.isScalar() || has(array, shape);
    }

    private static boolean isAsked(INDArray gradient, long... shape) {
        return gradient == null || has(gradient, shape);
    }

    /** A gradient that is to be computed; null if nobody reads it, which an empty array says. */
    private static INDArray asked(INDArray gradient) {
        return gradient.isEmpty() ? null : gradient;
    }

    private static boolean has(INDArray array, long... shape) {
        return Arrays.equals(array.shape(), shape) && StridedArray.isAddressable(array);
    }

    private static INDArray overTime(INDArray array, boolean featuresBeforeTime) {
        return array != null && featuresBeforeTime && array.rank() == 3
                ? array.permute(0, 2, 1)
                : array;
    }

    private static boolean sameRealType(List<INDArray> inputs, List<INDArray> outputs) {
        DataType type = inputs.get(0).dataType();
        return (type == DataType.FLOAT || type == DataType.DOUBLE)
                && inputs.stream().allMatch(array -> array.dataType() == type)
                && outputs.stream().allMatch(array -> array.dataType() == type);
    }

    private static int count(boolean... flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
