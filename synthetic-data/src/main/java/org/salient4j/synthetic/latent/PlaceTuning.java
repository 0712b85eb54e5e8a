package org.salient4j.synthetic.latent;

import java.util.EnumSet;
import java.util.Set;

/**
 * Fires around one place, {@code exp(-|p - centre|² / (2 width²))}.
 *
 * @param x of the centre
 * @param y of the centre
 * @param width standard deviation of the field
 */
record PlaceTuning(double x, double y, double width) implements Tuning {

    @Override
    public double share(double[] z) {
        double alongX = SpatialLatent.X.of(z) - x;
        double alongY = SpatialLatent.Y.of(z) - y;
        return Math.exp(-(alongX * alongX + alongY * alongY) / (2 * width * width));
    }

    @Override
    public double[] gradient(double[] z) {
        double factor = -share(z) / (width * width);
        double[] gradient = new double[SpatialLatent.COUNT];
        gradient[SpatialLatent.X.ordinal()] = factor * (SpatialLatent.X.of(z) - x);
        gradient[SpatialLatent.Y.ordinal()] = factor * (SpatialLatent.Y.of(z) - y);
        return gradient;
    }

    @Override
    public Set<SpatialLatent> latents() {
        return EnumSet.of(SpatialLatent.X, SpatialLatent.Y);
    }
}
