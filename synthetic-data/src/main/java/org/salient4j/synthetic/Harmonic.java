package org.salient4j.synthetic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A sine wave, {@code amplitude · sin(2π · frequency · t)}, the same in every feature; only the
 * observation noise tells the features apart.
 *
 * @param amplitude amplitude of the wave
 * @param frequency periods a unit of time, at least 0
 * @param noise standard deviation of the observation noise, at least 0
 * @param timeStamps how the time stamps are drawn
 */
public record Harmonic(double amplitude, double frequency, double noise, TimeStamps timeStamps)
        implements NoisySignal {

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public Harmonic {
        Require.finite("amplitude", amplitude);
        Require.notNegative("frequency", frequency);
        Require.notNegative("noise", noise);
        Require.present("timeStamps", timeStamps);
    }

    /** Creates the published process: amplitude 1, frequency 2, noise 0.3. */
    public Harmonic() {
        this(1, 2, BENCHMARK_NOISE, new TimeStamps());
    }

    @Override
    public String name() {
        return "harmonic";
    }

    @Override
    public String description() {
        return "a sine wave shared by all features, observed with noise";
    }

    @Override
    public void signal(double[] times, double[] x, int features, RandomGenerator random) {
        for (int t = 0; t < times.length; t++) {
            double value = amplitude * Math.sin(2 * Math.PI * frequency * times[t]);
            Arrays.fill(x, t * features, (t + 1) * features, value);
        }
    }
}
