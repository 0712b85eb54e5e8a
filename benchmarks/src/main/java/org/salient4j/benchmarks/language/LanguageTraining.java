package org.salient4j.benchmarks.language;

/** How a text classifier is trained. */
public enum LanguageTraining {
    /** Cross-entropy alone; the paper calls it traditional. */
    STANDARD,
    /** Saliency guided from the start. */
    SALIENCY_GUIDED,
    /** Standard, then some epochs saliency guided. */
    FINE_TUNED;

    /** Whether any of it is saliency guided. */
    public boolean guided() {
        return this != STANDARD;
    }
}
