package org.salient4j.benchmarks.measurement;

import java.util.List;

/**
 * One metric on the test set.
 *
 * @param mean the official aggregate; null if no sample could be scored
 * @param random what uniformly random scores are expected to get; null if not known
 * @param perSample score of every sample; null where a sample could not be scored
 * @param skipped number of samples that could not be scored
 */
public record MetricScore(Double mean, Double random, List<Double> perSample, int skipped) {}
