package org.salient4j.synthetic.latent;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.salient4j.synthetic.Require;

/**
 * Latents {@code z = (z1, z2)} that wander in a box, {@code n1} neurons that answer to {@code z1}
 * alone and {@code n2} that answer to both.
 *
 * <p>{@code z(1)} is uniform in {@code [-1, 1]^d}, {@code z(t) ~ N(z(t - 1), sigma² I)} truncated
 * to the box by drawing again. {@code x1 = g1(z1)} and {@code x2 = g2(z1, z2)} with injective maps
 * of random weights, {@code g(z) = A2 s(A1 s(A0 z + b0) + b1)}, {@code s(u) = tanh u + u / 10}:
 * orthogonal {@code A0} times the gain, {@code A1} with orthonormal columns times {@code gain √(n /
 * d)}, orthogonal {@code A2}, biases {@code N(0, 0.2²)}. Each neuron is then brought to mean 0 and
 * standard deviation 1 over the recording, which keeps the zeros of the derivative, and noise is
 * added. The latents' blocks are {@code z1} and {@code z2}; a label of {@code z2} is what a
 * contrastive training is given.
 *
 * <p>Box, walk, groups of neurons and absence of noise follow Schneider et al., <em>Time-series
 * attribution maps with regularized contrastive learning</em>, AISTATS 2025. The width of the steps
 * and the form of the maps are not published: they are a reconstruction, so compare methods on the
 * same recordings, not with the numbers of the paper. With the defaults the condition number of the
 * derivative is about 5 in the median and 9 at the 95th percentile, and a linear fit of the neurons
 * by the latents reaches R² 0.9.
 *
 * <p>Every {@code z1} row of the truth is true throughout: a map in which these rows are larger
 * scores well without telling the neurons apart. Read a score pooled over all rows beside one
 * within the {@code z2} rows.
 *
 * @param d1 latents that drive all neurons, at least 1
 * @param d2 latents that drive the second group alone, at least 1
 * @param n1 neurons of the first group, at least d1
 * @param n2 neurons of the second group, at least d1 + d2
 * @param sigma standard deviation of a step before it is truncated, in (0, 10]
 * @param layers layers of the maps, 2 or 3; with 2 there is no {@code A2}
 * @param gain how nonlinear the maps are: 0.8 is nearly linear, 2 is hard
 * @param noise standard deviation of the Gaussian noise on the scaled neurons, at least 0
 */
public record LatentDynamics(
        int d1, int d2, int n1, int n2, double sigma, int layers, double gain, double noise)
        implements LatentGenerator {

    /**
     * @throws IllegalArgumentException if a value is outside its range
     */
    public LatentDynamics {
        Require.atLeast(1, "d1", d1);
        Require.atLeast(1, "d2", d2);
        // With fewer neurons than latents the map could not be inverted.
        Require.atLeast(d1, "n1", n1);
        Require.atLeast(Math.addExact(d1, d2), "n2", n2);
        if (!(sigma > 0 && sigma <= 10)) {
            throw new IllegalArgumentException("sigma must be in (0, 10], was " + sigma);
        }
        if (layers != 2 && layers != 3) {
            throw new IllegalArgumentException("layers must be 2 or 3, was " + layers);
        }
        Require.positive("gain", gain);
        Require.notNegative("noise", noise);
    }

    /** Creates the usual recording: 3 + 3 latents, 25 + 25 neurons, sigma 0.3, no noise. */
    public LatentDynamics() {
        this(3, 3, 25, 25, 0.3, 3, 1.5, 0);
    }

    @Override
    public String name() {
        return "latent-dynamics";
    }

    @Override
    public String description() {
        return "two groups of neurons, one driven by half of the latents, one by all of them";
    }

    @Override
    public LatentRecording generate(int samples, RandomGenerator random) {
        LatentMatrix.requireSamples(samples, n1 + n2);
        Require.present("random", random);
        RandomGenerator ofLatents = new SplittableRandom(random.nextLong());
        RandomGenerator ofFirst = new SplittableRandom(random.nextLong());
        RandomGenerator ofSecond = new SplittableRandom(random.nextLong());
        RandomGenerator ofNoise = new SplittableRandom(random.nextLong());
        double[][] z = BoxedBrownianMotion.draw(samples, d1 + d2, sigma, ofLatents);
        MixedResponse response =
                MixedResponse.fitted(
                        this,
                        Mixing.draw(d1, n1, layers, gain, ofFirst),
                        Mixing.draw(d1 + d2, n2, layers, gain, ofSecond),
                        z);
        double[][] x = new double[samples][];
        for (int t = 0; t < samples; t++) {
            x[t] = response.expected(z[t]);
            for (int i = 0; noise > 0 && i < x[t].length; i++) {
                x[t][i] += noise * ofNoise.nextGaussian();
            }
        }
        return new LatentRecording(
                LatentMatrix.of(z),
                LatentMatrix.of(x),
                response,
                List.of(new NamedRange("z1", 0, d1), new NamedRange("z2", d1, d1 + d2)),
                List.of(new NamedRange("x1", 0, n1), new NamedRange("x2", n1, n1 + n2)));
    }
}
