package org.salient4j.synthetic.latent;

import java.util.random.RandomGenerator;
import org.salient4j.synthetic.Require;

/**
 * An animal that walks about in a square box, with smooth speed and heading.
 *
 * <p>The turning rate is an Ornstein-Uhlenbeck process of standard deviation {@code turningRate}
 * and correlation time 0.3 s. The speed is the length of a pair of such processes, correlation time
 * 1 s, so it is Rayleigh distributed with mean {@code meanSpeed}. The walls reflect: there the
 * heading jumps to its mirror image.
 *
 * <p>A model of our own for benchmarks, not of an animal: it has no liking for walls and never
 * rests.
 *
 * @param boxSize side of the box in metres, above 0
 * @param timeStep seconds between samples, above 0
 * @param meanSpeed in metres a second, above 0
 * @param turningRate standard deviation of the turning rate, in radians a second, at least 0
 */
public record ArenaWalk(double boxSize, double timeStep, double meanSpeed, double turningRate) {

    private static final double TURNING_SECONDS = 0.3;
    private static final double SPEED_SECONDS = 1;

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ArenaWalk {
        Require.positive("boxSize", boxSize);
        Require.positive("timeStep", timeStep);
        Require.positive("meanSpeed", meanSpeed);
        Require.notNegative("turningRate", turningRate);
    }

    /** Creates the usual walk: a box of 1 m, samples every 0.1 s, 0.15 m/s, 2 rad/s. */
    public ArenaWalk() {
        this(1, 0.1, 0.15, 2);
    }

    /** Draws the latents of {@link SpatialLatent}, sample by sample, {@code [samples][5]}. */
    double[][] draw(int samples, RandomGenerator random) {
        double turningMemory = Math.exp(-timeStep / TURNING_SECONDS);
        double speedMemory = Math.exp(-timeStep / SPEED_SECONDS);
        double speedScale = meanSpeed * Math.sqrt(2 / Math.PI);
        double x = boxSize * random.nextDouble();
        double y = boxSize * random.nextDouble();
        double heading = 2 * Math.PI * random.nextDouble();
        double turning = random.nextGaussian();
        double forwards = random.nextGaussian();
        double sideways = random.nextGaussian();
        double[][] latents = new double[samples][];
        for (int t = 0; t < samples; t++) {
            double speed = speedScale * Math.hypot(forwards, sideways);
            latents[t] = new double[] {x, y, Math.cos(heading), Math.sin(heading), speed};
            x += speed * timeStep * Math.cos(heading);
            y += speed * timeStep * Math.sin(heading);
            if (isMirrored(x)) {
                heading = Math.PI - heading;
            }
            if (isMirrored(y)) {
                heading = -heading;
            }
            x = folded(x);
            y = folded(y);
            heading += turningRate * timeStep * turning;
            turning = next(turning, turningMemory, random);
            forwards = next(forwards, speedMemory, random);
            sideways = next(sideways, speedMemory, random);
        }
        return latents;
    }

    private boolean isMirrored(double position) {
        return Math.floorMod((long) Math.floor(position / boxSize), 2L) == 1;
    }

    /** Where a ray ends that started inside and went on to this position between mirrors. */
    private double folded(double position) {
        double inPeriod = position - 2 * boxSize * Math.floor(position / (2 * boxSize));
        return Math.min(inPeriod, 2 * boxSize - inPeriod);
    }

    private static double next(double value, double memory, RandomGenerator random) {
        return memory * value + Math.sqrt(1 - memory * memory) * random.nextGaussian();
    }
}
