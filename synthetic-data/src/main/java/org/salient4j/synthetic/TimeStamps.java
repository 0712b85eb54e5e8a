package org.salient4j.synthetic;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Irregular time stamps. A regular grid over {@code [0, stop]} holds {@code gridPointsPerStep}
 * points for each wanted time step; as many as wanted are kept, chosen without replacement, and
 * each is moved by {@code N(0, (jitter · stop / gridPoints)²)}. The result is sorted; jitter may
 * carry it past the ends of the grid.
 *
 * <p>With the defaults and 50 time steps: 100 points over [0, 20], standard deviation 0.2.
 *
 * @param stop last point of the grid, greater than 0
 * @param gridPointsPerStep grid points for each time step, at least 1
 * @param jitter standard deviation of the jitter in units of {@code stop / gridPoints}, at least 0
 */
public record TimeStamps(double stop, int gridPointsPerStep, double jitter) {

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public TimeStamps {
        Require.positive("stop", stop);
        Require.atLeast(1, "gridPointsPerStep", gridPointsPerStep);
        Require.notNegative("jitter", jitter);
    }

    /** Creates the published time stamps: stop 20, two grid points a step, jitter 1. */
    public TimeStamps() {
        this(20, 2, 1);
    }

    /**
     * Draws the time stamps of one sample.
     *
     * @param timeSteps how many, at least 1
     * @param random source of randomness
     * @return sorted time stamps
     */
    public double[] draw(int timeSteps, RandomGenerator random) {
        Require.atLeast(1, "timeSteps", timeSteps);
        int[] grid = new int[Math.multiplyExact(timeSteps, gridPointsPerStep)];
        Arrays.setAll(grid, i -> i);
        double spacing = grid.length == 1 ? 0 : stop / (grid.length - 1);
        double deviation = jitter * stop / grid.length;
        double[] times = new double[timeSteps];
        for (int i = 0; i < timeSteps; i++) {
            int chosen = i + random.nextInt(grid.length - i);
            times[i] = grid[chosen] * spacing + deviation * random.nextGaussian();
            grid[chosen] = grid[i];
        }
        Arrays.sort(times);
        return times;
    }
}
