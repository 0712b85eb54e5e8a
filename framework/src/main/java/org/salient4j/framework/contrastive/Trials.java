package org.salient4j.framework.contrastive;

import org.salient4j.framework.InvalidInputException;

/** Where the trial of every step begins and ends. */
final class Trials {
    private final int[] starts;
    private final int[] first;
    private final int[] last;

    Trials(NeuralRecording recording) {
        this.starts = recording.trials();
        this.first = new int[recording.steps()];
        this.last = new int[recording.steps()];
        for (int trial = 0; trial < starts.length; trial++) {
            for (int step = starts[trial]; step <= end(trial); step++) {
                first[step] = starts[trial];
                last[step] = end(trial);
            }
        }
    }

    private int end(int trial) {
        return (trial + 1 < starts.length ? starts[trial + 1] : first.length) - 1;
    }

    /** First step of a step's trial. */
    int first(int step) {
        return first[step];
    }

    /** Last step of a step's trial. */
    int last(int step) {
        return last[step];
    }

    /**
     * @param steps so many a trial must have
     * @param reason what for
     */
    void requireLength(int steps, String reason) {
        for (int trial = 0; trial < starts.length; trial++) {
            int length = end(trial) - starts[trial] + 1;
            if (length < steps) {
                String which = starts.length == 1 ? "the recording" : "trial " + trial;
                throw new InvalidInputException(
                        "%s has %d steps, %s needs at least %d"
                                .formatted(which, length, reason, steps));
            }
        }
    }
}
