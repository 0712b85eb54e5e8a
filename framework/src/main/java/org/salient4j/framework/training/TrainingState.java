package org.salient4j.framework.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a training stands between two steps: with the parameters and the update rule's state, all
 * that an exact resume needs beside the same settings, since every random draw is a function of the
 * seed and the step.
 *
 * @param epoch the running epoch
 * @param batch the next batch of it
 * @param updates parameter updates so far
 * @param firstLoss loss of the first step; null before it
 * @param lossSums sums over the running epoch's examples, by term
 * @param seen examples of the running epoch so far, by term
 * @param history the epochs that are over
 * @param bestEpoch epoch of the best validation score, -1 if there is none yet
 * @param best its score; null if there is none yet
 * @param stopped why it ended; null while it runs
 */
record TrainingState(
        int epoch,
        int batch,
        long updates,
        Double firstLoss,
        Map<String, Double> lossSums,
        Map<String, Long> seen,
        List<Epoch> history,
        int bestEpoch,
        Evaluation best,
        StopReason stopped) {

    TrainingState {
        lossSums = new LinkedHashMap<>(lossSums);
        seen = new LinkedHashMap<>(seen);
        history = List.copyOf(history);
    }
}
