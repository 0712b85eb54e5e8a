package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;

/**
 * One retraining.
 *
 * @param data what is trained on
 * @param network name of the architecture
 * @param architecture all settings of the network
 * @param method whose rankings decide what is removed; {@link ImagesResult#RANDOM} for random ones
 * @param training of the network that is explained and of the one that is retrained; not fine-tuned
 * @param tenths the share of the pixels that is removed, 0 to 9; with 0 nothing is retrained
 * @param replacement of removed pixels
 * @param seed of everything that is drawn
 * @param setup everything else
 */
public record RoarCell(
        ImageSource data,
        String network,
        JsonNode architecture,
        String method,
        ImageTraining training,
        int tenths,
        PixelReplacement replacement,
        long seed,
        ImageSetup setup) {

    /** Validates the level and the training. */
    public RoarCell {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(architecture, "architecture");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(replacement, "replacement");
        Objects.requireNonNull(setup, "setup");
        if (training == ImageTraining.FINE_TUNED) {
            throw new InvalidInputException(
                    "removal with retraining trains from the start: standard or saliency-guided,"
                            + " not fine-tuned");
        }
        if (tenths < 0 || tenths >= DropCurve.LEVELS) {
            throw new InvalidInputException("tenths must be in [0, 9], was " + tenths);
        }
    }
}
