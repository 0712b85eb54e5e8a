package org.salient4j.framework.contrastive;

import java.util.random.RandomGenerator;

/** Draws positives of the steps of one recording. */
@FunctionalInterface
public interface Positives {

    /**
     * @param reference steps
     * @param positive overwritten by a positive of each
     * @param random the source of randomness
     */
    void draw(int[] reference, int[] positive, RandomGenerator random);
}
