package org.salient4j.framework.graph;

import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.Seed;

/**
 * The native generator of the calling thread, from which dropout draws. It is seeded before every
 * step, so that what a step draws depends on the seed and the step alone: that is what makes a
 * resumed run equal an uninterrupted one.
 */
public final class NativeRandom {
    private NativeRandom() {}

    /** Starts the calling thread's native generator at a seed. */
    public static void start(Seed seed) {
        Nd4j.getRandom().setSeed(seed.value());
    }
}
