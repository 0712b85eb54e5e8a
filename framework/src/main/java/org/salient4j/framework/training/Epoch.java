package org.salient4j.framework.training;

import java.util.Map;

/**
 * What one epoch came to.
 *
 * @param epoch from 0
 * @param losses mean over the epoch's examples of each loss term and of {@code total}, while
 *     training (with dropout)
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
        double validationLoss) {}
