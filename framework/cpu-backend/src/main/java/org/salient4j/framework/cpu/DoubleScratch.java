package org.salient4j.framework.cpu;

/** Blocks of a {@link BroadcastLoop}, one set a thread, of any value. */
final class DoubleScratch {
    private static final int BLOCKS = 6;
    private static final ThreadLocal<double[][]> OF_THREAD =
            ThreadLocal.withInitial(() -> new double[BLOCKS][BroadcastLoop.BLOCK]);

    private DoubleScratch() {}

    /** Those of this thread. */
    static double[][] blocks() {
        return OF_THREAD.get();
    }
}
