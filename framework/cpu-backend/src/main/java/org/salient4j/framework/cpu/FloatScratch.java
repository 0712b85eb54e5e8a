package org.salient4j.framework.cpu;

/** Blocks of a {@link BroadcastLoop}, one set a thread, of any value. */
final class FloatScratch {
    private static final int BLOCKS = 6;
    private static final ThreadLocal<float[][]> OF_THREAD =
            ThreadLocal.withInitial(() -> new float[BLOCKS][BroadcastLoop.BLOCK]);

    private FloatScratch() {}

    /** Those of this thread. */
    static float[][] blocks() {
        return OF_THREAD.get();
    }
}
