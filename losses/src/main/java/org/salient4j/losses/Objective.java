package org.salient4j.losses;

import org.salient4j.layers.Scope;
import org.salient4j.layers.zoo.Architecture;

/** What training minimises: adds towers and loss to a graph that holds nothing yet. */
public interface Objective {
    /** Placeholder of the clean batch. */
    String INPUT = "input";

    /** Placeholder of the one-hot labels, [B, C]. */
    String LABELS = "labels";

    /** Its name in results. */
    String name();

    /**
     * Builds the graph of the loss.
     *
     * @param architecture the network
     * @param scope graph, parameters, mode {@code TRAIN}
     * @return the loss's variables
     */
    LossTerms build(Architecture architecture, Scope scope);
}
