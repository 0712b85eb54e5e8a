package org.salient4j.framework.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unmeasured.class)
                double trainAccuracy,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unmeasured.class)
                double validationAccuracy,
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Unmeasured.class)
                double validationLoss) {

    /** What a file leaves out: JSON has no NaN. */
    static final class Unmeasured {
        @Override
        public boolean equals(Object value) {
            return value instanceof Double number && number.isNaN();
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** Of a file, in which what was not measured is not there. */
    @JsonCreator
    static Epoch read(
            @JsonProperty("epoch") int epoch,
            @JsonProperty("losses") Map<String, Double> losses,
            @JsonProperty("trainAccuracy") Double trainAccuracy,
            @JsonProperty("validationAccuracy") Double validationAccuracy,
            @JsonProperty("validationLoss") Double validationLoss) {
        return new Epoch(
                epoch,
                losses,
                measured(trainAccuracy),
                measured(validationAccuracy),
                measured(validationLoss));
    }

    private static double measured(Double value) {
        return value == null ? Double.NaN : value;
    }

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
