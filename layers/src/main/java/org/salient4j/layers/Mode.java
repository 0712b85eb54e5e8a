package org.salient4j.layers;

/** What a tower is for. Dropout and batch statistics exist in {@link #TRAIN} only. */
public enum Mode {
    /** Training: dropout draws masks. */
    TRAIN,
    /** Explanation and prediction: deterministic, no dropout. */
    EXPLAIN
}
