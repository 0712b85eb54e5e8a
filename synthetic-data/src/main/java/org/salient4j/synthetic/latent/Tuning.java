package org.salient4j.synthetic.latent;

import java.util.Set;

/** How the rate of one cell depends on the latents of a walking animal. */
interface Tuning {

    /** The rate as a share of the largest one, in [0, 1]. */
    double share(double[] z);

    /** The derivative of {@link #share}, {@code [5]}; exactly 0 outside {@link #latents}. */
    double[] gradient(double[] z);

    /** The latents that the rate depends on. */
    Set<SpatialLatent> latents();
}
