package org.salient4j.synthetic;

import java.util.random.RandomGenerator;

/**
 * A wave whose amplitude and frequency are drawn anew at every cell: {@code a · sin(w · t)} with
 * {@code a ~ N(amplitude, amplitudeDeviation²)} and {@code w ~ N(frequency, frequencyDeviation²)}.
 * The frequency is angular: there is no 2π.
 *
 * @param amplitude mean amplitude
 * @param amplitudeDeviation standard deviation of the amplitude, at least 0
 * @param frequency mean angular frequency
 * @param frequencyDeviation standard deviation of the angular frequency, at least 0
 * @param noise standard deviation of the observation noise, at least 0
 * @param timeStamps how the time stamps are drawn
 */
public record PseudoPeriodic(
        double amplitude,
        double amplitudeDeviation,
        double frequency,
        double frequencyDeviation,
        double noise,
        TimeStamps timeStamps)
        implements NoisySignal {

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public PseudoPeriodic {
        Require.finite("amplitude", amplitude);
        Require.notNegative("amplitudeDeviation", amplitudeDeviation);
        Require.finite("frequency", frequency);
        Require.notNegative("frequencyDeviation", frequencyDeviation);
        Require.notNegative("noise", noise);
        Require.present("timeStamps", timeStamps);
    }

    /** Creates the published process: amplitude 1 ± 0.5, angular frequency 2 ± 0.01, noise 0.3. */
    public PseudoPeriodic() {
        this(1, 0.5, 2, 0.01, BENCHMARK_NOISE, new TimeStamps());
    }

    @Override
    public String name() {
        return "pseudo-periodic";
    }

    @Override
    public String description() {
        return "a wave of random amplitude and frequency at every cell, observed with noise";
    }

    @Override
    public void signal(double[] times, double[] x, int features, RandomGenerator random) {
        for (int t = 0; t < times.length; t++) {
            for (int f = 0; f < features; f++) {
                double a = amplitude + amplitudeDeviation * random.nextGaussian();
                double w = frequency + frequencyDeviation * random.nextGaussian();
                x[t * features + f] = a * Math.sin(w * times[t]);
            }
        }
    }
}
