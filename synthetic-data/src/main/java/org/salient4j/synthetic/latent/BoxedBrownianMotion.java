package org.salient4j.synthetic.latent;

import java.util.random.RandomGenerator;

/**
 * Latents that wander in the box {@code [-1, 1]^d}: {@code z(1)} uniform, then {@code z(t) ~ N(z(t
 * - 1), sigma² I)} truncated to the box.
 */
final class BoxedBrownianMotion {

    private BoxedBrownianMotion() {}

    static double[][] draw(int samples, int latents, double sigma, RandomGenerator random) {
        double[][] z = new double[samples][latents];
        for (int j = 0; j < latents; j++) {
            z[0][j] = 2 * random.nextDouble() - 1;
        }
        for (int t = 1; t < samples; t++) {
            for (int j = 0; j < latents; j++) {
                // Drawn again, not clipped: clipping would pile samples up on the faces.
                do {
                    z[t][j] = z[t - 1][j] + sigma * random.nextGaussian();
                } while (Math.abs(z[t][j]) > 1);
            }
        }
        return z;
    }
}
