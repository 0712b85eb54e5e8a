package org.salient4j.framework.cpu;

import java.util.function.BiConsumer;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The LSTMs of one thread, kept from call to call with their scratch memory; a call too large to
 * keep its memory gets its own. Each direction has its own, so that the backward passes of a
 * bidirectional layer find the states of both forward passes.
 */
final class LstmScratch {
    private static final long KEPT_ELEMENTS = 1L << 23;

    private static final ThreadLocal<LstmScratch> OF_THREAD =
            ThreadLocal.withInitial(LstmScratch::new);

    private final FloatLstm floats = new FloatLstm();
    private final FloatLstm floatsReversed = new FloatLstm();
    private final DoubleLstm doubles = new DoubleLstm();
    private final DoubleLstm doublesReversed = new DoubleLstm();

    private LstmScratch() {}

    /** Runs one of the two on the call, by the type of its arrays. */
    static void run(
            LstmCall call,
            BiConsumer<FloatLstm, LstmCall> onFloats,
            BiConsumer<DoubleLstm, LstmCall> onDoubles) {
        boolean keep = call.elements() <= KEPT_ELEMENTS;
        if (call.type() == DataType.FLOAT) {
            if (keep) {
                LstmScratch own = OF_THREAD.get();
                onFloats.accept(call.reversed() ? own.floatsReversed : own.floats, call);
            } else {
                try (FloatLstm lstm = new FloatLstm()) {
                    onFloats.accept(lstm, call);
                }
            }
        } else if (keep) {
            LstmScratch own = OF_THREAD.get();
            onDoubles.accept(call.reversed() ? own.doublesReversed : own.doubles, call);
        } else {
            try (DoubleLstm lstm = new DoubleLstm()) {
                onDoubles.accept(lstm, call);
            }
        }
    }
}
