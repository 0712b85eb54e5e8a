package org.salient4j.synthetic;

import java.util.random.RandomGenerator;

/**
 * First-order autoregression, {@code s(i) = coefficient · s(i-1) + N(0, deviation²)} from {@code
 * s(-1) = 0}, independent in each feature. The distances between time stamps play no part.
 *
 * <p>The standard deviation of the signal grows towards {@code deviation / √(1 - coefficient²)},
 * 1.147 with the defaults.
 *
 * @param coefficient weight of the previous value, in (-1, 1)
 * @param deviation standard deviation of the innovations, at least 0
 * @param noise standard deviation of the observation noise, at least 0
 */
public record AutoRegressive(double coefficient, double deviation, double noise)
        implements NoisySignal {

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public AutoRegressive {
        if (!(Math.abs(coefficient) < 1)) {
            throw new IllegalArgumentException(
                    "coefficient must be in (-1, 1), was " + coefficient);
        }
        Require.notNegative("deviation", deviation);
        Require.notNegative("noise", noise);
    }

    /** Creates the published process: coefficient 0.9, innovations 0.5, noise 0.3. */
    public AutoRegressive() {
        this(0.9, 0.5, BENCHMARK_NOISE);
    }

    @Override
    public String name() {
        return "auto-regressive";
    }

    @Override
    public String description() {
        return "first-order autoregression in each feature, observed with noise";
    }

    @Override
    public TimeStamps timeStamps() {
        return new TimeStamps();
    }

    @Override
    public void signal(double[] times, double[] x, int features, RandomGenerator random) {
        for (int i = 0; i < times.length * features; i++) {
            double previous = i < features ? 0 : x[i - features];
            x[i] = coefficient * previous + deviation * random.nextGaussian();
        }
    }
}
