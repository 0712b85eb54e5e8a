package org.salient4j.benchmarks.measurement;

import org.salient4j.framework.saliency.Ranking;

/** How a network of the experiment is trained. */
public enum TrainingKind {
    /** Cross-entropy only; "traditional" in the paper. */
    STANDARD,
    /** Saliency guided, the smallest magnitudes masked. */
    SALIENCY_GUIDED_ABSOLUTE,
    /** Saliency guided, the most negative gradients masked. */
    SALIENCY_GUIDED_SIGNED;

    /** Whether the batch is masked. */
    public boolean saliencyGuided() {
        return this != STANDARD;
    }

    /** The order of masking. */
    public Ranking ranking() {
        return this == SALIENCY_GUIDED_SIGNED ? Ranking.SIGNED : Ranking.ABSOLUTE;
    }
}
