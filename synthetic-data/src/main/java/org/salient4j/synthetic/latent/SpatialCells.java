package org.salient4j.synthetic.latent;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.salient4j.synthetic.Require;

/**
 * Place, grid, head-direction and speed cells of an animal that walks about in a box.
 *
 * <p>The five latents are the position {@code x, y} in metres, the heading as {@code cos, sin}, and
 * the speed in metres a second, in the blocks {@code position}, {@code heading} and {@code speed}.
 * A neuron is a cell's count in one time step, expected {@code peakRate · timeStep · tuning}, with
 * a tuning in [0, 1]: a Gaussian of the place, three plane waves, a von Mises curve of the heading,
 * a logistic curve of the speed. It is observed with {@link CellNoise}; it is not scaled, so bring
 * the neurons to one scale before a training that needs it.
 *
 * <p>A simulator of our own after well-known tuning curves. It is not the one behind the recordings
 * of Schneider et al., AISTATS 2025, and the numbers on those do not carry over.
 *
 * <p>The derivative treats the five latents as free, though {@code cos² + sin² = 1}: what a network
 * does off that circle is not determined by the recording. The units of the latents differ, and
 * with them the sizes of the derivative's columns.
 *
 * @param population the cells
 * @param walk how the animal moves
 * @param peakRate spikes a second where a cell fires most, above 0
 * @param noise how counts are observed
 * @param deviation standard deviation of Gaussian noise in spikes a time step, at least 0; 0 with
 *     Poisson counts, which have their own
 */
public record SpatialCells(
        CellPopulation population,
        ArenaWalk walk,
        double peakRate,
        CellNoise noise,
        double deviation)
        implements LatentGenerator {

    /** Beyond it a count would take too long to draw; no cell fires as much. */
    private static final double MOST_SPIKES_A_STEP = 1e4;

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public SpatialCells {
        Require.present("population", population);
        Require.present("walk", walk);
        Require.positive("peakRate", peakRate);
        Require.present("noise", noise);
        Require.notNegative("deviation", deviation);
        if (noise == CellNoise.POISSON && deviation != 0) {
            throw new IllegalArgumentException(
                    "deviation must be 0 with POISSON noise, which has its own, was " + deviation);
        }
        if (peakRate * walk.timeStep() > MOST_SPIKES_A_STEP) {
            throw new IllegalArgumentException(
                    String.format(
                            "peakRate * timeStep must be at most %.0f, was %s",
                            MOST_SPIKES_A_STEP, peakRate * walk.timeStep()));
        }
    }

    /** Creates the usual recording: 100 cells, 20 spikes a second at most, Poisson counts. */
    public SpatialCells() {
        this(new CellPopulation(), new ArenaWalk(), 20, CellNoise.POISSON, 0);
    }

    @Override
    public String name() {
        return "spatial-cells";
    }

    @Override
    public String description() {
        return "place, grid, head-direction and speed cells of an animal that walks in a box";
    }

    /** Returns 10,000 samples: 17 minutes, in which the walk covers the box. */
    @Override
    public int usualSamples() {
        return 10_000;
    }

    @Override
    public LatentRecording generate(int samples, RandomGenerator random) {
        LatentMatrix.requireSamples(samples, population.cells());
        Require.present("random", random);
        RandomGenerator ofWalk = new SplittableRandom(random.nextLong());
        RandomGenerator ofCells = new SplittableRandom(random.nextLong());
        RandomGenerator ofNoise = new SplittableRandom(random.nextLong());
        double[][] z = walk.draw(samples, ofWalk);
        CellResponse response =
                new CellResponse(population.draw(walk, ofCells), peakRate * walk.timeStep());
        double[][] x = new double[samples][];
        for (int t = 0; t < samples; t++) {
            x[t] = response.expected(z[t]);
            for (int i = 0; i < x[t].length; i++) {
                x[t][i] = noise.observe(x[t][i], deviation, ofNoise);
            }
        }
        return new LatentRecording(
                LatentMatrix.of(z),
                LatentMatrix.of(x),
                response,
                List.of(
                        new NamedRange("position", 0, 2),
                        new NamedRange("heading", 2, 4),
                        new NamedRange("speed", 4, 5)),
                population.blocks());
    }
}
