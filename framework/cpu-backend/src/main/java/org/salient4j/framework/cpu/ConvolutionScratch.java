package org.salient4j.framework.cpu;

import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The convolutions of one thread, kept from call to call with their scratch memory; a call too
 * large to keep its memory gets its own.
 */
final class ConvolutionScratch {
    private static final long KEPT_ELEMENTS = 1L << 22;

    private static final ThreadLocal<ConvolutionScratch> OF_THREAD =
            ThreadLocal.withInitial(ConvolutionScratch::new);

    private final FloatConvolution floats = new FloatConvolution();
    private final DoubleConvolution doubles = new DoubleConvolution();

    private ConvolutionScratch() {}

    /** Runs one of the two for the call, by the type of its arrays. */
    static void run(
            ConvolutionCall call,
            DataType type,
            Consumer<FloatConvolution> onFloats,
            Consumer<DoubleConvolution> onDoubles) {
        boolean keep = call.elements() <= KEPT_ELEMENTS;
        if (type == DataType.FLOAT) {
            if (keep) {
                onFloats.accept(OF_THREAD.get().floats);
            } else {
                try (FloatConvolution convolution = new FloatConvolution()) {
                    onFloats.accept(convolution);
                }
            }
        } else if (keep) {
            onDoubles.accept(OF_THREAD.get().doubles);
        } else {
            try (DoubleConvolution convolution = new DoubleConvolution()) {
                onDoubles.accept(convolution);
            }
        }
    }
}
