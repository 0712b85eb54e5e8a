package org.salient4j.synthetic.latent;

import java.util.EnumSet;
import java.util.Set;

/**
 * Fires around one heading, {@code exp(concentration (cos(heading - preferred) - 1))}.
 *
 * @param preferred in radians
 * @param concentration how narrow
 */
record HeadDirectionTuning(double preferred, double concentration) implements Tuning {

    @Override
    public double share(double[] z) {
        double cosine =
                SpatialLatent.HEADING_COSINE.of(z) * Math.cos(preferred)
                        + SpatialLatent.HEADING_SINE.of(z) * Math.sin(preferred);
        return Math.exp(concentration * (cosine - 1));
    }

    @Override
    public double[] gradient(double[] z) {
        double factor = concentration * share(z);
        double[] gradient = new double[SpatialLatent.COUNT];
        gradient[SpatialLatent.HEADING_COSINE.ordinal()] = factor * Math.cos(preferred);
        gradient[SpatialLatent.HEADING_SINE.ordinal()] = factor * Math.sin(preferred);
        return gradient;
    }

    @Override
    public Set<SpatialLatent> latents() {
        return EnumSet.of(SpatialLatent.HEADING_COSINE, SpatialLatent.HEADING_SINE);
    }
}
