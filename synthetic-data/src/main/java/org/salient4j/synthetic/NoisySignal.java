package org.salient4j.synthetic;

import java.util.random.RandomGenerator;

/**
 * A process that is a signal, observed with noise at irregular times: {@code x(t, f) = signal_f(t)
 * + N(0, noise²)}. The time stamps are drawn once a sample and shared by its features.
 */
public interface NoisySignal extends BaseProcess {

    /** Standard deviation of the observation noise in the published benchmark. */
    double BENCHMARK_NOISE = 0.3;

    /** Returns the standard deviation of the observation noise. */
    double noise();

    /** Returns how the time stamps are drawn. */
    TimeStamps timeStamps();

    /**
     * Draws the signal without its noise.
     *
     * @param times sorted time stamps, one a time step
     * @param x where to write it: cell {@code (t, f)} at {@code t * features + f}; every cell is
     *     written
     * @param features number of features
     * @param random source of randomness
     */
    void signal(double[] times, double[] x, int features, RandomGenerator random);

    @Override
    default void fill(double[] x, SeriesSize size, RandomGenerator random) {
        signal(timeStamps().draw(size.timeSteps(), random), x, size.features(), random);
        double noise = noise();
        if (noise > 0) {
            for (int i = 0; i < size.cells(); i++) {
                x[i] += noise * random.nextGaussian();
            }
        }
    }
}
