package org.salient4j.synthetic.latent;

import java.util.EnumSet;
import java.util.Set;

/**
 * Fires more at higher speed, {@code 1 / (1 + exp(-(speed - middle) / width))}.
 *
 * @param middle speed of half the largest rate
 * @param width how gently it rises
 */
record SpeedTuning(double middle, double width) implements Tuning {

    @Override
    public double share(double[] z) {
        return 1 / (1 + Math.exp(-(SpatialLatent.SPEED.of(z) - middle) / width));
    }

    @Override
    public double[] gradient(double[] z) {
        double share = share(z);
        double[] gradient = new double[SpatialLatent.COUNT];
        gradient[SpatialLatent.SPEED.ordinal()] = share * (1 - share) / width;
        return gradient;
    }

    @Override
    public Set<SpatialLatent> latents() {
        return EnumSet.of(SpatialLatent.SPEED);
    }
}
