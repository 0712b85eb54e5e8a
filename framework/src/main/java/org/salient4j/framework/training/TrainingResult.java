package org.salient4j.framework.training;

import java.util.List;

/**
 * How a training went.
 *
 * @param history every epoch
 * @param bestEpoch epoch of the best validation score; -1 without validation data
 * @param updates number of parameter updates
 * @param stopped why it ended
 * @param seconds wall time of this run, without what a resumed run did before
 */
public record TrainingResult(
        List<Epoch> history, int bestEpoch, long updates, StopReason stopped, double seconds) {

    /** Keeps its own copy. */
    public TrainingResult {
        history = List.copyOf(history);
    }
}
