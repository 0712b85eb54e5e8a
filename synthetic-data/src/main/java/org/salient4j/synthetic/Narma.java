package org.salient4j.synthetic;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Nonlinear autoregressive moving average of order n: {@code y(i) = a·y(i-1) + b·y(i-1)·Σ y(i-n …
 * i-1) + c·u(i-n)·u(i) + d} with {@code u ~ U(0, 0.5)} and zeros before the start.
 *
 * <p>The <em>official</em> variant repeats what the program of the benchmark computes: its sum is
 * empty, so the term of b vanishes, and its generator is seeded with 42 for every feature of every
 * sample, so all of them carry one and the same signal. It is the default, for comparison with that
 * benchmark. Use {@link #corrected()} for the process the name promises: the sum runs over the last
 * n values and every feature draws its own u.
 *
 * <p>The true recursion can diverge. A feature that leaves [-10, 10] is drawn again, so the
 * corrected variant is conditioned on bounded paths (almost all of them at the default
 * coefficients).
 *
 * @param official whether to repeat the program of the benchmark
 * @param order order n, at least 1
 * @param a weight of the previous value
 * @param b weight of the product with the last n values
 * @param c weight of the product of inputs
 * @param d constant
 * @param noise standard deviation of the observation noise, at least 0
 */
public record Narma(
        boolean official, int order, double a, double b, double c, double d, double noise)
        implements NoisySignal {

    private static final int OFFICIAL_SEED = 42;
    private static final double BOUND = 10;
    private static final int MOST_DRAWS = 1000;

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public Narma {
        Require.atLeast(1, "order", order);
        Require.finite("a", a);
        Require.finite("b", b);
        Require.finite("c", c);
        Require.finite("d", d);
        Require.notNegative("noise", noise);
    }

    /** Creates the official variant: order 10, coefficients 0.3, 0.05, 1.5, 0.1, noise 0.3. */
    public Narma() {
        this(true);
    }

    private Narma(boolean official) {
        this(official, 10, 0.3, 0.05, 1.5, 0.1, BENCHMARK_NOISE);
    }

    /** Returns the corrected variant with the default coefficients. */
    public static Narma corrected() {
        return new Narma(false);
    }

    @Override
    public String name() {
        return "narma";
    }

    @Override
    public String description() {
        return "nonlinear autoregressive moving average of order 10, observed with noise";
    }

    @Override
    public TimeStamps timeStamps() {
        return new TimeStamps();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the corrected recursion keeps diverging with these
     *     coefficients
     */
    @Override
    public void signal(double[] times, double[] x, int features, RandomGenerator random) {
        double[] shared = official ? recursion(officialInputs(times.length)) : null;
        for (int f = 0; f < features; f++) {
            double[] y = official ? shared : boundedRecursion(times.length, random);
            for (int t = 0; t < times.length; t++) {
                x[t * features + f] = y[order + t];
            }
        }
    }

    private double[] boundedRecursion(int steps, RandomGenerator random) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            double[] u = new double[order + steps];
            for (int i = 0; i < u.length; i++) {
                u[i] = 0.5 * random.nextDouble();
            }
            double[] y = recursion(u);
            if (isBounded(y)) {
                return y;
            }
        }
        throw new IllegalStateException(
                String.format(
                        "%s leaves [-%.0f, %.0f] within %d time steps in each of %d draws: choose"
                                + " smaller coefficients",
                        this, BOUND, BOUND, steps, MOST_DRAWS));
    }

    /**
     * Runs the recursion; the first {@code order} entries of the result are the zeros before it.
     */
    private double[] recursion(double[] u) {
        double[] y = new double[u.length];
        for (int i = order; i < y.length; i++) {
            double sum = 0;
            if (!official) {
                for (int j = i - order; j < i; j++) {
                    sum += y[j];
                }
            }
            y[i] = a * y[i - 1] + b * y[i - 1] * sum + c * u[i - order] * u[i] + d;
        }
        return y;
    }

    private static boolean isBounded(double[] y) {
        for (double value : y) {
            if (!(Math.abs(value) <= BOUND)) {
                return false;
            }
        }
        return true;
    }

    /** The inputs of numpy's {@code RandomState(42).uniform(0, 0.5)}. */
    private double[] officialInputs(int steps) {
        MersenneTwister twister = new MersenneTwister(OFFICIAL_SEED);
        double[] u = new double[order + steps];
        for (int i = 0; i < u.length; i++) {
            // 53 bits as numpy joins them; MersenneTwister.nextDouble() uses 52.
            long high = Integer.toUnsignedLong(twister.nextInt()) >>> 5;
            long low = Integer.toUnsignedLong(twister.nextInt()) >>> 6;
            u[i] = 0.5 * ((high << 26) + low) * 0x1p-53;
        }
        return u;
    }
}
