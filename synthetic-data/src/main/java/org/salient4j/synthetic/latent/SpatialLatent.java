package org.salient4j.synthetic.latent;

/** The latents of a walking animal, in the order in which they are recorded. */
enum SpatialLatent {
    X,
    Y,
    HEADING_COSINE,
    HEADING_SINE,
    SPEED;

    static final int COUNT = values().length;

    double of(double[] z) {
        return z[ordinal()];
    }
}
