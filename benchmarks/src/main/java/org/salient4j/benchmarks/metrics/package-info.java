/**
 * How well a saliency map finds the truth of a synthetic data set.
 *
 * <p>An {@link org.salient4j.benchmarks.metrics.AttributionMetric} evaluates a {@link
 * org.salient4j.benchmarks.metrics.MetricContext} (maps and truth masks of N samples) to {@link
 * org.salient4j.benchmarks.metrics.Scores}. The context post-processes and sorts every map once, so
 * that all metrics together cost one sort a sample.
 *
 * <p>Every metric ranks a map after the post-processing of the time-series benchmark (Ismail et
 * al., NeurIPS 2020): absolute value, then min-max to [0, 1] within the sample. A sample is
 * skipped, as {@code NaN} and counted, never as 0, when its map is constant or its truth mask is
 * empty; some metrics are undefined on more samples and say so. Ties never depend on the order of
 * the cells.
 *
 * <p>Scores mean little without their random counterpart: {@link
 * org.salient4j.benchmarks.metrics.Diff} subtracts a {@link
 * org.salient4j.benchmarks.metrics.RandomBaseline}.
 */
package org.salient4j.benchmarks.metrics;
