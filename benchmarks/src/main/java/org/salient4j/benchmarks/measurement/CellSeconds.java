package org.salient4j.benchmarks.measurement;

import java.util.Map;

/**
 * Where the time of a cell went; the only part of a result that differs from run to run.
 *
 * @param training wall time of the training, seconds
 * @param methods wall time of each method on all test samples, seconds; without the building of its
 *     graphs, which a call with one sample did before
 */
public record CellSeconds(double training, Map<String, Double> methods) {}
