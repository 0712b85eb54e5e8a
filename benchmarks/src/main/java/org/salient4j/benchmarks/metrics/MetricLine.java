package org.salient4j.benchmarks.metrics;

/**
 * One metric of a {@link ScoreCard}.
 *
 * @param title the metric's full name
 * @param direction which side is the good one
 * @param mean the set's number; null if no sample could be scored
 * @param random what uniformly random saliency is expected to get on the same truth; null if no
 *     sample has one
 * @param difference {@code mean} minus {@code random} over the samples that have both; null if none
 *     has
 * @param valid how many samples were scored
 * @param skipped how many could not be: a constant map, or a truth without true cells
 */
public record MetricLine(
        String title,
        Direction direction,
        Double mean,
        Double random,
        Double difference,
        int valid,
        int skipped) {}
