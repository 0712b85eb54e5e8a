package org.salient4j.framework.contrastive;

import org.salient4j.framework.registry.Registry;

/**
 * Which steps of a recording an objective takes for alike: the positives of its reference steps.
 *
 * <p>To add one: a record with a public no-argument constructor (the defaults) and a line in {@code
 * META-INF/services/org.salient4j.framework.contrastive.PositiveSampler}.
 */
public interface PositiveSampler {

    /** The registered samplers, with their defaults. */
    static Registry<PositiveSampler> registry() {
        return Registry.of(PositiveSampler.class, PositiveSampler::name);
    }

    /** Its name in settings. */
    String name();

    /** What it is, in one sentence. */
    String description();

    /**
     * Gets ready for a recording.
     *
     * @throws org.salient4j.framework.InvalidInputException if the recording lacks what it needs
     */
    Positives over(NeuralRecording recording);
}
