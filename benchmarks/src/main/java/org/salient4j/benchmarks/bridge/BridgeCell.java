package org.salient4j.benchmarks.bridge;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One training of the bridge, with everything its result depends on.
 *
 * @param dataset name of the layout
 * @param network name of the architecture
 * @param training how it is trained
 * @param maskedFraction k of saliency guided trainings; 0 in others
 * @param penalty weight λ_J of the penalty on the Jacobian; 0 in trainings without one
 * @param seed seed of data, start values, training and attribution; the same data and start values
 *     for every training of a network and seed
 * @param architecture all settings of the network
 * @param setup sizes, training options and attribution methods
 */
public record BridgeCell(
        String dataset,
        String network,
        BridgeTraining training,
        double maskedFraction,
        double penalty,
        long seed,
        JsonNode architecture,
        BridgeSetup setup) {}
