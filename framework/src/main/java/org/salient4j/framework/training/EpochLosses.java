package org.salient4j.framework.training;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means over an epoch's examples so far; a term counts from the step on in which it appears. */
final class EpochLosses {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final Map<String, Long> seen = new LinkedHashMap<>();

    /**
     * @param losses means over a batch, by term
     * @param examples how many the batch has
     */
    void add(Map<String, Double> losses, long examples) {
        losses.forEach(
                (name, mean) -> {
                    sums.merge(name, mean * examples, Double::sum);
                    seen.merge(name, examples, Long::sum);
                });
    }

    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / seen.get(name)));
        return means;
    }

    Map<String, Double> sums() {
        return sums;
    }

    Map<String, Long> seen() {
        return seen;
    }

    void clear() {
        sums.clear();
        seen.clear();
    }

    void restore(Map<String, Double> savedSums, Map<String, Long> savedSeen) {
        clear();
        sums.putAll(savedSums);
        seen.putAll(savedSeen);
    }
}
