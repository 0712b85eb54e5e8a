package org.salient4j.benchmarks.images;

import java.util.Map;

/**
 * What is left where some pixels are gone.
 *
 * @param retrained test accuracy of a network that was trained and measured on what is left
 * @param kept test accuracy of the network that was explained, on what is left, by replacement
 * @param trainImages how many were trained on
 * @param testImages how many were measured on
 * @param epochs of the retraining; 0 where nothing is removed
 * @param seconds of the retraining, wall time
 */
public record RoarResult(
        double retrained,
        Map<String, Double> kept,
        int trainImages,
        int testImages,
        int epochs,
        double seconds) {}
