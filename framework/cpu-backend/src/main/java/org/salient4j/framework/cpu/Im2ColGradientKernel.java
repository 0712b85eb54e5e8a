package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The gradient of {@link Im2ColKernel}, for the operation {@code im2col_bp}: every element of the
 * image receives the sum of what the taps saw of it, first tap first.
 */
public final class Im2ColGradientKernel implements CpuKernel {
    /** For {@link java.util.ServiceLoader}. */
    public Im2ColGradientKernel() {}

    @Override
    public String opName() {
        return "im2col_bp";
    }

    @Override
    public boolean supports(OpContext context) {
        return call(context).isPresent();
    }

    @Override
    public void execute(OpContext context) {
        TapsCall call = call(context).orElseThrow();
        if (call.image().dataType() == DataType.FLOAT) {
            floats(call);
        } else {
            doubles(call);
        }
    }

    private static void floats(TapsCall call) {
        FloatBuffer columns = FloatBlock.buffer(call.columns());
        FloatBuffer image = FloatBlock.buffer(call.image());
        float[] sums = FloatScratch.blocks()[0];
        float[] seen = FloatScratch.blocks()[1];
        int first = (int) call.columns().offset();
        int to = (int) call.image().offset();
        for (int channel = 0; channel < call.channels(); channel++) {
            for (int start = 0; start < call.channel(); start += BroadcastLoop.BLOCK) {
                int end = Math.min(call.channel(), start + BroadcastLoop.BLOCK);
                Arrays.fill(sums, 0, end - start, 0f);
                for (int tap = 0; tap < call.taps(); tap++) {
                    int shift = tap * call.shift();
                    int from = Math.max(start, shift);
                    int length = Math.min(end, shift + call.seen()) - from;
                    if (length > 0) {
                        int skipped = tap * call.seen() + from - shift;
                        columns.get(first + skipped, seen, from - start, length);
                        add(sums, seen, from - start, from - start + length);
                    }
                }
                image.put(to + start, sums, 0, end - start);
            }
            first += call.taps() * call.seen();
            to += call.channel();
        }
    }

    /** Both by one index: the JIT makes vector instructions of that alone. */
    private static void add(float[] sums, float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] += values[i];
        }
    }

    private static void doubles(TapsCall call) {
        DoubleBuffer columns = DoubleBlock.buffer(call.columns());
        DoubleBuffer image = DoubleBlock.buffer(call.image());
        double[] sums = DoubleScratch.blocks()[0];
        double[] seen = DoubleScratch.blocks()[1];
        int first = (int) call.columns().offset();
        int to = (int) call.image().offset();
        for (int channel = 0; channel < call.channels(); channel++) {
            for (int start = 0; start < call.channel(); start += BroadcastLoop.BLOCK) {
                int end = Math.min(call.channel(), start + BroadcastLoop.BLOCK);
                Arrays.fill(sums, 0, end - start, 0);
                for (int tap = 0; tap < call.taps(); tap++) {
                    int shift = tap * call.shift();
                    int from = Math.max(start, shift);
                    int length = Math.min(end, shift + call.seen()) - from;
                    if (length > 0) {
                        int skipped = tap * call.seen() + from - shift;
                        columns.get(first + skipped, seen, from - start, length);
                        add(sums, seen, from - start, from - start + length);
                    }
                }
                image.put(to + start, sums, 0, end - start);
            }
            first += call.taps() * call.seen();
            to += call.channel();
        }
    }

    /** Both by one index: the JIT makes vector instructions of that alone. */
    private static void add(double[] sums, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] += values[i];
        }
    }

    private static Optional<TapsCall> call(OpContext context) {
        return context.numInputArguments() == 2
                        && context.numOutputArguments() == 1
                        && context.getInputArray(0).equalShapes(context.getOutputArray(0))
                ? TapsCall.of(context, context.getOutputArray(0), context.getInputArray(1))
                : Optional.empty();
    }
}
