package org.salient4j.framework.saliency;

/**
 * Which cells of a batch are replaced.
 *
 * @param masked one entry a cell, samples one after the other in C order
 * @param samples number of samples
 */
public record Mask(boolean[] masked, int samples) {

    /** Validates. */
    public Mask {
        if (samples < 1 || masked.length % samples != 0) {
            throw new IllegalArgumentException(
                    "a mask of %d cells does not divide into %d samples"
                            .formatted(masked.length, samples));
        }
    }

    /** How many cells of a sample are masked. */
    public int count(int sample) {
        int cells = masked.length / samples;
        int count = 0;
        for (int i = sample * cells; i < (sample + 1) * cells; i++) {
            count += masked[i] ? 1 : 0;
        }
        return count;
    }
}
