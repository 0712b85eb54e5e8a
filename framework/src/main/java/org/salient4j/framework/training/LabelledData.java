package org.salient4j.framework.training;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.DataDigest;
import org.salient4j.framework.data.Examples;
import org.salient4j.framework.network.Network;

/**
 * Labelled examples for a classifier: features [B, …] and one-hot labels [B, C], every example once
 * an epoch, in another order in each; the last batch may be smaller.
 *
 * @param examples the examples
 */
public record LabelledData(Examples examples) implements TrainingData, Validation {

    /** Requires the examples. */
    public LabelledData {
        Objects.requireNonNull(examples, "examples");
    }

    @Override
    public void requireFits(Network network, String part) {
        int highest = Arrays.stream(examples.labels()).max().orElse(0);
        int lowest = Arrays.stream(examples.labels()).min().orElse(0);
        if (highest >= network.outputs() || lowest < 0) {
            throw new InvalidInputException(
                    "%s labels must be in [0, %d), found %d"
                            .formatted(part, network.outputs(), lowest < 0 ? lowest : highest));
        }
    }

    @Override
    public Batches batches(Network network, int batchSize, Seed seed) {
        Examples typed = new Examples(examples.x().castTo(network.dataType()), examples.labels());
        return new ShuffledBatches(typed, network.outputs(), batchSize, seed.child("shuffle"));
    }

    @Override
    public Evaluation evaluate(Network network) {
        return Evaluation.of(network, examples);
    }

    @Override
    public String digest() {
        return DataDigest.of(examples);
    }

    @Override
    public Optional<Validation> measured() {
        return Optional.of(this);
    }
}
