package org.salient4j.framework.text.linear;

import org.salient4j.framework.InvalidInputException;

/**
 * How the bag-of-words classifier is fitted.
 *
 * @param minimumTexts in how many training texts a word must be to count, at least 1
 * @param strength how far the data may pull against the penalty: C of scikit-learn, the sum of the
 *     losses against half the squared weights
 */
public record TfIdfOptions(int minimumTexts, double strength) {

    /** Words of at least two texts, strength 10. */
    public TfIdfOptions() {
        this(2, 10);
    }

    /** Validates. */
    public TfIdfOptions {
        if (minimumTexts < 1) {
            throw new InvalidInputException("minimumTexts must be at least 1, was " + minimumTexts);
        }
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new InvalidInputException("strength must be finite and above 0, was " + strength);
        }
    }
}
