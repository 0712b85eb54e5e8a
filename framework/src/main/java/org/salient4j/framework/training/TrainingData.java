package org.salient4j.framework.training;

import java.util.Optional;
import org.salient4j.framework.Seed;
import org.salient4j.framework.network.Network;

/**
 * What a training shows to a network, epoch by epoch in batches: labelled examples, or whatever
 * else the features and labels of an objective are made of.
 */
public interface TrainingData {

    /**
     * Refuses a network that cannot be trained on these data.
     *
     * @param network what is to be trained
     * @param part what messages call the data, such as {@code training}
     * @throws org.salient4j.framework.InvalidInputException if it does not fit
     */
    void requireFits(Network network, String part);

    /**
     * The batches of one training.
     *
     * @param network what is trained; features have its type
     * @param batchSize examples a step
     * @param seed where everything random in them comes from
     */
    Batches batches(Network network, int batchSize, Seed seed);

    /** A digest of the data, the same for the same data: a resume with other ones is refused. */
    String digest();

    /**
     * How well a network does on these very data without dropout; empty if that cannot be said. A
     * stop at a training accuracy needs it.
     */
    default Optional<Validation> measured() {
        return Optional.empty();
    }
}
