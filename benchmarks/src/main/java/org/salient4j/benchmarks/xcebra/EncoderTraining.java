package org.salient4j.benchmarks.xcebra;

/** How an encoder of the experiment is trained. */
public enum EncoderTraining {
    /**
     * Contrastive, on time and on the observed latents: two objectives on overlapping ranges of the
     * embedding.
     */
    CONTRASTIVE,
    /** Regression of all latents, observed or not: an oracle, not a rival. */
    SUPERVISED,
    /** Not at all: what a method's map is worth on start values. */
    UNTRAINED
}
