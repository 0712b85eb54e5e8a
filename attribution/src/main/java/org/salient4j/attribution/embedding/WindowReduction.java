package org.salient4j.attribution.embedding;

/** What becomes of the steps of a window [W, n], where a map has one number a neuron. */
public enum WindowReduction {
    /** Nothing: every step of a neuron is an input of its own. */
    NONE {
        @Override
        double of(double value) {
            throw new IllegalStateException("a window that is kept has no mean");
        }
    },
    /**
     * The mean over the steps, with signs: what rises at one step and falls at the next cancels.
     */
    MEAN {
        @Override
        double of(double value) {
            return value;
        }
    },
    /** The mean of the magnitudes over the steps: signs are lost, nothing cancels. */
    MEAN_ABSOLUTE {
        @Override
        double of(double value) {
            return Math.abs(value);
        }
    };

    /** What of each step is averaged. */
    abstract double of(double value);
}
