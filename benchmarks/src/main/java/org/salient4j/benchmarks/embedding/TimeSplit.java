package org.salient4j.benchmarks.embedding;

import org.salient4j.framework.InvalidInputException;

/**
 * Which samples of a recording a decoder learns from and which it is tested on: the beginning and
 * the end.
 *
 * <p>Neighbours in time are alike, so samples drawn at random for the test would each have their
 * answer among the training ones.
 *
 * @param trainFraction share of the samples, from the first, to learn from, in (0, 1)
 * @param gap samples left out between the two, at least 0
 */
public record TimeSplit(double trainFraction, int gap) {

    /** Checks the options. */
    public TimeSplit {
        if (!(trainFraction > 0 && trainFraction < 1)) {
            throw new IllegalArgumentException(
                    "trainFraction must be in (0, 1), was " + trainFraction);
        }
        if (gap < 0) {
            throw new IllegalArgumentException("gap must be at least 0, was " + gap);
        }
    }

    /** The first 80 %, no gap. */
    public TimeSplit() {
        this(0.8, 0);
    }

    /**
     * The number of training samples, rounded down.
     *
     * @param samples of the recording
     * @throws InvalidInputException if no sample is left to learn from or to test on
     */
    public int trainSamples(int samples) {
        int train = (int) Math.floor(trainFraction * samples);
        if (train < 1 || samples - train - (long) gap < 1) {
            throw new InvalidInputException(
                    ("a split of %d samples must leave some on both sides, left %d to learn"
                                    + " from and %d to test on")
                            .formatted(samples, train, Math.max(0, samples - train - (long) gap)));
        }
        return train;
    }

    /**
     * The first test sample.
     *
     * @param samples of the recording
     */
    public int testStart(int samples) {
        return trainSamples(samples) + gap;
    }
}
