package org.salient4j.framework.contrastive;

import org.salient4j.framework.InvalidInputException;

/**
 * What comes some steps later is alike: positive = reference + offset, or the trial's last step
 * where that is beyond it. Nothing is random, and no label is needed.
 *
 * @param offset steps, at least 1
 */
public record TimeOffset(int offset) implements PositiveSampler {

    /** The next step. */
    public TimeOffset() {
        this(1);
    }

    /** Validates. */
    public TimeOffset {
        if (offset < 1) {
            throw new InvalidInputException("offset must be at least 1, was " + offset);
        }
    }

    @Override
    public String name() {
        return "time-offset";
    }

    @Override
    public String description() {
        return "the step a fixed time later";
    }

    @Override
    public Positives over(NeuralRecording recording) {
        Trials trials = new Trials(recording);
        trials.requireLength(offset + 1, "a time offset of " + offset);
        return (reference, positive, random) -> {
            for (int b = 0; b < reference.length; b++) {
                positive[b] = Math.min(reference[b] + offset, trials.last(reference[b]));
            }
        };
    }
}
