package org.salient4j.synthetic.latent;

import java.util.EnumSet;
import java.util.Set;

/**
 * Fires at the corners of equilateral triangles: the sum of three plane waves 60 degrees apart,
 * brought to [0, 1].
 *
 * @param x of one corner
 * @param y of one corner
 * @param scale distance between corners
 * @param orientation of the first wave, in radians
 */
record GridTuning(double x, double y, double scale, double orientation) implements Tuning {

    private static final int WAVES = 3;

    /** The sum of the cosines lies in [-3/2, 3]. */
    private static final double LOWEST = -1.5;

    private static final double RANGE = 4.5;

    @Override
    public double share(double[] z) {
        double sum = 0;
        for (int wave = 0; wave < WAVES; wave++) {
            sum += Math.cos(phase(wave, z));
        }
        // Rounding must not make a rate negative.
        return Math.max(0, (sum - LOWEST) / RANGE);
    }

    @Override
    public double[] gradient(double[] z) {
        double[] gradient = new double[SpatialLatent.COUNT];
        for (int wave = 0; wave < WAVES; wave++) {
            double factor = -Math.sin(phase(wave, z)) * frequency() / RANGE;
            gradient[SpatialLatent.X.ordinal()] += factor * Math.cos(direction(wave));
            gradient[SpatialLatent.Y.ordinal()] += factor * Math.sin(direction(wave));
        }
        return gradient;
    }

    @Override
    public Set<SpatialLatent> latents() {
        return EnumSet.of(SpatialLatent.X, SpatialLatent.Y);
    }

    private double phase(int wave, double[] z) {
        double along =
                (SpatialLatent.X.of(z) - x) * Math.cos(direction(wave))
                        + (SpatialLatent.Y.of(z) - y) * Math.sin(direction(wave));
        return frequency() * along;
    }

    private double direction(int wave) {
        return orientation + wave * Math.PI / WAVES;
    }

    private double frequency() {
        return 4 * Math.PI / (Math.sqrt(3) * scale);
    }
}
