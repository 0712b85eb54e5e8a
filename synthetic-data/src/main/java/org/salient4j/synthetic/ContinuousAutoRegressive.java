package org.salient4j.synthetic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * First-order autoregression in continuous time: {@code s(i) = coefficient^dt · s(i-1) + deviation
 * · √(1 - coefficient^dt) · N(0, 1)} from {@code s(0) = start}, where dt is the distance of the two
 * time stamps; independent in each feature.
 *
 * <p>With the published parameters the signal has a standard deviation of about 0.008 under noise
 * of 0.3: it is white noise for all practical purposes. Raise {@code deviation} for a background
 * that really remembers.
 *
 * @param coefficient decay in one unit of time, in (0, 1)
 * @param deviation scale of the innovations, at least 0
 * @param start first value
 * @param noise standard deviation of the observation noise, at least 0
 * @param timeStamps how the time stamps are drawn
 */
public record ContinuousAutoRegressive(
        double coefficient, double deviation, double start, double noise, TimeStamps timeStamps)
        implements NoisySignal {

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ContinuousAutoRegressive {
        if (!(coefficient > 0 && coefficient < 1)) {
            throw new IllegalArgumentException("coefficient must be in (0, 1), was " + coefficient);
        }
        Require.notNegative("deviation", deviation);
        Require.finite("start", start);
        Require.notNegative("noise", noise);
        Require.present("timeStamps", timeStamps);
    }

    /** Creates the published process: coefficient 0.9, deviation 0.01, start 0.01, noise 0.3. */
    public ContinuousAutoRegressive() {
        this(0.9, 0.01, 0.01, BENCHMARK_NOISE, new TimeStamps());
    }

    @Override
    public String name() {
        return "continuous-auto-regressive";
    }

    @Override
    public String description() {
        return "autoregression in continuous time in each feature, observed with noise";
    }

    @Override
    public void signal(double[] times, double[] x, int features, RandomGenerator random) {
        Arrays.fill(x, 0, features, start);
        for (int t = 1; t < times.length; t++) {
            double decay = Math.pow(coefficient, times[t] - times[t - 1]);
            double scale = deviation * Math.sqrt(1 - decay);
            for (int i = t * features; i < (t + 1) * features; i++) {
                x[i] = decay * x[i - features] + scale * random.nextGaussian();
            }
        }
    }
}
