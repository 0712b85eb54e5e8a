package org.salient4j.framework.training;

import org.salient4j.framework.network.Network;

/** What chooses the best weights of a training and ends it: never test data. */
public interface Validation {

    /**
     * Refuses a network that cannot be evaluated.
     *
     * @param network what is to be trained
     * @param part what messages call the data, such as {@code validation}
     * @throws org.salient4j.framework.InvalidInputException if it does not fit
     */
    void requireFits(Network network, String part);

    /** How well the network does, without dropout: the same for the same parameters. */
    Evaluation evaluate(Network network);

    /** A digest of the data, the same for the same data: a resume with other ones is refused. */
    String digest();
}
