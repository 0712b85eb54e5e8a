package org.salient4j.framework.saliency;

/** How gradients order features from least to most salient. */
public enum Ranking {
    /** By magnitude: features close to zero gradient are masked first, as the paper's words say. */
    ABSOLUTE,
    /**
     * By value: the most negative gradients are masked first, as the paper's formula and its
     * released code have it. A different algorithm: half of what it masks has a large magnitude.
     */
    SIGNED
}
