package org.salient4j.framework.training;

import java.util.List;
import java.util.Objects;
import org.nd4j.autodiff.listeners.Listener;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.network.Network;
import org.salient4j.losses.Objective;

/**
 * What a trainer is called with.
 *
 * @param validation null for none
 */
record TrainingCall(
        Network network,
        Objective objective,
        TrainingData train,
        Validation validation,
        List<Listener> listeners) {

    TrainingCall {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(train, "train");
        listeners = List.copyOf(listeners);
    }

    /** Refuses data that do not fit the network or the options. */
    void requireFits(TrainingOptions options) {
        train.requireFits(network, "training");
        if (validation != null) {
            validation.requireFits(network, "validation");
        }
        if (options.stopAtTrainAccuracy() > 0 && train.measured().isEmpty()) {
            throw new InvalidInputException(
                    "stopAtTrainAccuracy needs training data with labels: set it to 0");
        }
    }
}
