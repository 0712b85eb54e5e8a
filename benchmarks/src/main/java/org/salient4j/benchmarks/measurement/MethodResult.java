package org.salient4j.benchmarks.measurement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one attribution method came to on the test samples of a cell.
 *
 * @param scores by metric name, with every sample's
 * @param precision precision where the selected cells hold 10 %, 20 %, …, 90 % of the mass, mean
 *     over samples; null where no sample could be scored
 * @param recall the same of recall
 * @param maps maps that the cell's result shows
 */
public record MethodResult(
        Map<String, MetricScore> scores,
        List<Double> precision,
        List<Double> recall,
        List<SaliencyPicture> maps) {

    /** Refuses what is not there, such as a damaged file lacks. */
    public MethodResult {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        scores.forEach((name, score) -> Objects.requireNonNull(score, name));
        maps = List.copyOf(maps);
    }
}
