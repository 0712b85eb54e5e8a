package org.salient4j.framework.training;

/**
 * A listener that changes what is trained tells by which settings, so that a resumed training with
 * other ones is refused.
 */
public interface TrainingSettings {

    /** Its settings, options and seed, as one line of text that is the same for the same ones. */
    String settings();
}
