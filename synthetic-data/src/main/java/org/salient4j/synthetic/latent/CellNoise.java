package org.salient4j.synthetic.latent;

import java.util.random.RandomGenerator;

/** How an observed count departs from the expected one. */
public enum CellNoise {
    /** Normal noise of a given standard deviation is added; counts need not be whole. */
    GAUSSIAN {
        @Override
        double observe(double expected, double deviation, RandomGenerator random) {
            return deviation == 0 ? expected : expected + deviation * random.nextGaussian();
        }
    },
    /** Spikes are counted: a Poisson number of the expected mean. */
    POISSON {
        @Override
        double observe(double expected, double deviation, RandomGenerator random) {
            int count = 0;
            // A Poisson number is the sum of those of its parts; each part keeps exp(-mean) large.
            for (double left = expected; left > 0; left -= LARGEST_PART) {
                count += part(Math.min(left, LARGEST_PART), random);
            }
            return count;
        }
    };

    private static final double LARGEST_PART = 16;

    abstract double observe(double expected, double deviation, RandomGenerator random);

    /** Counts how many uniform numbers are multiplied before their product is below exp(-mean). */
    private static int part(double mean, RandomGenerator random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
