package org.salient4j.benchmarks.embedding;

import java.util.DoubleSummaryStatistics;

/**
 * How far the connected entries of a map lie above the unconnected ones, in the map's own unit.
 *
 * <p>A gap is a statistic of the connected entries less the same one of the unconnected. It grows
 * with the scale of the map: compare gaps of one method and data set only, and methods by {@link
 * MapAuRoc}.
 *
 * @param maxConnected the largest connected entry
 * @param meanConnected the mean connected entry
 * @param minConnected the smallest connected entry
 * @param maxUnconnected the largest unconnected entry
 * @param meanUnconnected the mean unconnected entry
 * @param minUnconnected the smallest unconnected entry
 */
public record MapGaps(
        double maxConnected,
        double meanConnected,
        double minConnected,
        double maxUnconnected,
        double meanUnconnected,
        double minUnconnected) {

    /** The gaps of a map. */
    public static MapGaps of(MapWithTruth map) {
        DoubleSummaryStatistics connected = new DoubleSummaryStatistics();
        DoubleSummaryStatistics unconnected = new DoubleSummaryStatistics();
        for (int output = 0; output < map.outputs(); output++) {
            for (int neuron = 0; neuron < map.neurons(); neuron++) {
                (map.truth()[output][neuron] ? connected : unconnected)
                        .accept(map.map()[output][neuron]);
            }
        }
        return new MapGaps(
                connected.getMax(),
                connected.getAverage(),
                connected.getMin(),
                unconnected.getMax(),
                unconnected.getAverage(),
                unconnected.getMin());
    }

    /** The largest connected less the largest unconnected entry. */
    public double gapMax() {
        return maxConnected - maxUnconnected;
    }

    /** The mean connected less the mean unconnected entry. */
    public double gapMean() {
        return meanConnected - meanUnconnected;
    }

    /** The smallest connected less the smallest unconnected entry. */
    public double gapMin() {
        return minConnected - minUnconnected;
    }

    /**
     * The smallest connected less the largest unconnected entry: above 0 only if one threshold
     * separates the two without an error.
     */
    public double gapMinMax() {
        return minConnected - maxUnconnected;
    }
}
