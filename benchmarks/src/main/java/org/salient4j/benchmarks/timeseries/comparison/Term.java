package org.salient4j.benchmarks.timeseries.comparison;

/**
 * A number of the paper's tables with its weight in a {@link Contrast}.
 *
 * @param weight its factor
 * @param network name of the network
 * @param saliencyGuided the training
 * @param method name of the method; empty for an accuracy
 * @param metric name of the metric, or {@code accuracy}
 */
record Term(double weight, String network, boolean saliencyGuided, String method, String metric) {}
