package org.salient4j.benchmarks.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * One network of the image experiment.
 *
 * @param data what it is trained and measured on
 * @param network name of the architecture, with its preset
 * @param architecture all settings of the network
 * @param training how it is trained
 * @param seed of start values, the order of images and whatever is drawn; the same for every
 *     training
 * @param setup everything else
 */
public record ImagesCell(
        ImageSource data,
        String network,
        JsonNode architecture,
        ImageTraining training,
        long seed,
        ImageSetup setup) {

    /** Requires everything. */
    public ImagesCell {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(architecture, "architecture");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(setup, "setup");
    }
}
