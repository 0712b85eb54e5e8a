package org.salient4j.framework.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a training stands between two steps: with the parameters and the update rule's state, all
 * that an exact resume needs, since every random draw is a function of the seed and the step.
 *
 * @param options how it trains
 * @param seed its seed
 * @param objective name of what it minimises
 * @param examples number of training examples
 * @param recipe what else it depends on; a null node if nothing was said
 * @param data checksum of training and validation data; empty without a checkpoint
 * @param listeners settings of the listeners that change training
 * @param epoch the running epoch
 * @param batch the next batch of it
 * @param updates parameter updates so far
 * @param lossSums sums over the running epoch's examples, by term
 * @param seen examples of the running epoch so far
 * @param history the epochs that are over
 * @param bestEpoch epoch of the best validation score, -1 if there is none yet
 * @param best its score; null if there is none yet
 * @param stopped why it ended; null while it runs
 */
record TrainingState(
        TrainingOptions options,
        long seed,
        String objective,
        int examples,
        JsonNode recipe,
        String data,
        List<String> listeners,
        int epoch,
        int batch,
        long updates,
        Map<String, Double> lossSums,
        int seen,
        List<Epoch> history,
        int bestEpoch,
        Evaluation best,
        StopReason stopped) {

    TrainingState {
        recipe = recipe == null ? NullNode.getInstance() : recipe;
        lossSums = new LinkedHashMap<>(lossSums);
        history = List.copyOf(history);
    }
}
