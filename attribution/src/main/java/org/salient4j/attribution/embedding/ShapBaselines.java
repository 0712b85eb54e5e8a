package org.salient4j.attribution.embedding;

/** What the gradient SHAP of an embedding compares with. */
public enum ShapBaselines {
    /** A sample of zeros. */
    ZEROS,
    /**
     * The explained data with all entries, of all samples and neurons, in a random order: the
     * values are real, and nothing else is.
     */
    SHUFFLED
}
