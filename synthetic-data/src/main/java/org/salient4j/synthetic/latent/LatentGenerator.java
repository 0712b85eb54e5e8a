package org.salient4j.synthetic.latent;

import java.util.List;
import java.util.random.RandomGenerator;
import org.salient4j.synthetic.NamedFamily;

/**
 * Draws recordings of neurons that are driven by known latents.
 *
 * <p>Members are records, found by {@link java.util.ServiceLoader} through their constructor
 * without arguments, which gives the usual parameters. All arithmetic is in double.
 */
public interface LatentGenerator {

    /** Returns the name by which the generator is chosen, in kebab case. */
    String name();

    /** Returns one sentence that says what the recordings are. */
    String description();

    /** Returns the usual number of samples, T. */
    default int usualSamples() {
        return 4000;
    }

    /**
     * Draws a recording. The same generator and an equally seeded source give bit-equal numbers.
     * Latents, responses and noise are drawn from sources of their own, so that more noise, for
     * instance, does not move the latents.
     *
     * @param samples the number of samples T, at least 2
     * @param random source of randomness
     * @throws IllegalArgumentException if samples is below 2, or the neurons do not fit into a Java
     *     array
     */
    LatentRecording generate(int samples, RandomGenerator random);

    /** Returns every registered generator with its usual parameters. */
    static List<LatentGenerator> registered() {
        return family().all();
    }

    /**
     * Returns the registered generator of the given name with its usual parameters.
     *
     * @throws IllegalArgumentException if there is none; the message suggests the nearest name
     */
    static LatentGenerator named(String name) {
        return family().named(name);
    }

    private static NamedFamily<LatentGenerator> family() {
        return NamedFamily.load("latent generator", LatentGenerator.class, LatentGenerator::name);
    }
}
