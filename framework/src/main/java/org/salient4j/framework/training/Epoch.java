package org.salient4j.framework.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one epoch came to.
 *
 * @param epoch from 0
 * @param losses mean over the epoch's examples of each loss term and of {@code total}, while
 *     training (with dropout), in the order of their names, {@code total} last; a term counts from
 *     the step on in which it appears
 * @param trainAccuracy share of training examples classified right after the epoch; NaN if it was
 *     not asked for
 * @param validationAccuracy share of validation examples classified right after the epoch; NaN
 *     without validation data
 * @param validationLoss mean cross-entropy of the validation data; NaN without validation data
 */
public record Epoch(
        int epoch,
        Map<String, Double> losses,
        double trainAccuracy,
        double validationAccuracy,
        double validationLoss) {

    /** Orders the terms, so that an epoch read from a file equals the one written. */
    public Epoch {
        Map<String, Double> ordered = new LinkedHashMap<>(new TreeMap<>(losses));
        Double total = ordered.remove(StepGraph.TOTAL);
        if (total != null) {
            ordered.put(StepGraph.TOTAL, total);
        }
        losses = Collections.unmodifiableMap(ordered);
    }
}
