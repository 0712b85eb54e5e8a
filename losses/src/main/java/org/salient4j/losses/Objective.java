package org.salient4j.losses;

import java.util.Map;
import java.util.Optional;
import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/**
 * What training minimises: adds towers and loss to a graph that holds nothing yet.
 *
 * <p>What changes in the course of a training is a function of the number of updates before: the
 * objective in force ({@link #at}), each of which has a graph of its own, and the scalars that one
 * graph reads ({@link #scalars}).
 */
public interface Objective {
    /** Placeholder of the clean batch. */
    String INPUT = "input";

    /** Placeholder of the one-hot labels, [B, C]. */
    String LABELS = "labels";

    /** Its name in results. */
    String name();

    /** It and its options as one line: a resumed training with other ones is refused. */
    default String settings() {
        return name();
    }

    /**
     * The objective in force, so that what has no weight yet costs nothing. There should be few
     * different (by {@code equals}) ones: the graph of each is kept.
     *
     * @param update number of parameter updates before
     */
    default Objective at(long update) {
        return this;
    }

    /**
     * Values of the scalar placeholders of its graph that the batch does not fill, such as a weight
     * that grows.
     *
     * @param update number of parameter updates before
     */
    default Map<String, Double> scalars(long update) {
        return Map.of();
    }

    /**
     * The loss below which a training has diverged, if it can fall without end.
     *
     * @param architecture the network
     * @param batchSize examples a step
     */
    default Optional<LossFloor> floor(Architecture architecture, int batchSize) {
        return Optional.empty();
    }

    /** What to do when a training of it diverges, as a sentence without a full stop. */
    default String remedy() {
        return "Lower the learning rate or set clipNorm";
    }

    /**
     * Builds the graph of the loss.
     *
     * @param architecture the network
     * @param scope graph, parameters, mode {@code TRAIN}
     * @return the loss's variables
     */
    LossTerms build(Architecture architecture, Scope scope);
}
