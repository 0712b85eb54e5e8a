package org.salient4j.synthetic;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Smooth random curves: a Gaussian process of mean 0 with the Matérn 3/2 covariance {@code k(r) =
 * variance · (1 + √3 r / lengthScale) · exp(-√3 r / lengthScale)}, where r is the distance in time.
 * Features are independent draws.
 *
 * <p>The features of a sample share their time stamps, hence one Cholesky factor, O(T³), serves all
 * of them. Beyond some thousand time steps another process is cheaper.
 *
 * @param variance variance at one point in time, greater than 0
 * @param lengthScale length over which the curve forgets, greater than 0
 * @param jitter what is added to the diagonal, in units of the variance, so that close time stamps
 *     stay solvable; greater than 0
 * @param noise standard deviation of the observation noise, at least 0
 * @param timeStamps how the time stamps are drawn
 */
public record GaussianProcess(
        double variance, double lengthScale, double jitter, double noise, TimeStamps timeStamps)
        implements NoisySignal {

    private static final double SQRT_3 = Math.sqrt(3);

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public GaussianProcess {
        Require.positive("variance", variance);
        Require.positive("lengthScale", lengthScale);
        Require.positive("jitter", jitter);
        Require.notNegative("noise", noise);
        Require.present("timeStamps", timeStamps);
    }

    /** Creates the published process: variance 1, length scale 1, jitter 1e-12, noise 0.3. */
    public GaussianProcess() {
        this(1, 1, 1e-12, BENCHMARK_NOISE, new TimeStamps());
    }

    @Override
    public String name() {
        return "gaussian-process";
    }

    @Override
    public String description() {
        return "smooth Gaussian process curves (Matern 3/2), observed with noise";
    }

    /** Returns the covariance of two points in time at the given distance. */
    public double covariance(double distance) {
        double r = SQRT_3 * Math.abs(distance) / lengthScale;
        return variance * (1 + r) * Math.exp(-r);
    }

    @Override
    public void signal(double[] times, double[] x, int features, RandomGenerator random) {
        int steps = times.length;
        double[][] factor = factor(times).getData();
        double[] normal = new double[steps * features];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        Arrays.fill(x, 0, normal.length, 0);
        for (int t = 0; t < steps; t++) {
            for (int s = 0; s <= t; s++) {
                double weight = factor[t][s];
                for (int f = 0; f < features; f++) {
                    x[t * features + f] += weight * normal[s * features + f];
                }
            }
        }
    }

    private RealMatrix factor(double[] times) {
        int steps = times.length;
        double[][] covariance = new double[steps][steps];
        for (int i = 0; i < steps; i++) {
            covariance[i][i] = variance * (1 + jitter);
            for (int j = 0; j < i; j++) {
                covariance[i][j] = covariance(times[i] - times[j]);
                covariance[j][i] = covariance[i][j];
            }
        }
        // The default threshold of 1e-10 refuses time stamps that are close, which the jitter
        // makes solvable.
        return new CholeskyDecomposition(
                        new Array2DRowRealMatrix(covariance, false),
                        CholeskyDecomposition.DEFAULT_RELATIVE_SYMMETRY_THRESHOLD,
                        0)
                .getL();
    }
}
