package org.salient4j.synthetic;

/** How series are scaled before a network sees them. Fitted on training data only. */
public enum Scaling {
    /** Values are left as they were drawn. */
    NONE,

    /**
     * Each cell is mapped by {@code (x - min) / (max - min)} over the training samples: training
     * data lie in [0, 1], others may leave it. The scaling of the time-series benchmark.
     */
    MIN_MAX,

    /**
     * Each cell is mapped by {@code (x - mean) / sd} over the training samples, with the population
     * standard deviation. The scaling of the vanishing-saliency experiment.
     */
    STANDARD
}
