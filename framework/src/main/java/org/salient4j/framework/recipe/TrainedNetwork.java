package org.salient4j.framework.recipe;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.salient4j.framework.data.Split;
import org.salient4j.framework.network.Network;
import org.salient4j.framework.training.Evaluation;
import org.salient4j.framework.training.TrainingResult;

/**
 * What a recipe made.
 *
 * @param network the network, with its final parameters
 * @param training how the training went
 * @param evaluations how well it does on each part of the data that there is
 */
public record TrainedNetwork(
        Network network, TrainingResult training, Map<Split, Evaluation> evaluations) {

    /** Keeps its own copy, in the order of the splits. */
    public TrainedNetwork {
        evaluations = Collections.unmodifiableMap(new EnumMap<>(evaluations));
    }
}
