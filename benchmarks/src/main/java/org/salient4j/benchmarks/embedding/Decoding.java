package org.salient4j.benchmarks.embedding;

/**
 * How well labels were read from an embedding, on the test samples.
 *
 * @param trainSamples how many were learnt from
 * @param testSamples how many were tested on
 * @param medianError median of the Euclidean distance between the labels and their predictions, in
 *     the labels' unit; lower is better
 * @param medianAbsoluteErrors median of |label - prediction| of each label
 * @param r2 {@code 1 - |label - prediction|² / |label - mean|²} of each label, at most 1, below 0
 *     if worse than the test mean; {@code NaN} for a label that is constant there
 * @param meanR2 over the labels that vary
 */
public record Decoding(
        int trainSamples,
        int testSamples,
        double medianError,
        double[] medianAbsoluteErrors,
        double[] r2,
        double meanR2) {}
