package org.salient4j.framework.network;

import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;

/**
 * The part of a network that is not taken from imported weights but starts anew, such as a
 * classifier of other classes on pretrained convolutions.
 *
 * @param prefix what the names of its parameters begin with: {@code classifier.}
 * @param seed where its start values come from
 */
public record FreshPart(String prefix, Seed seed) {

    /** Validates. */
    public FreshPart {
        Objects.requireNonNull(seed, "seed");
        if (prefix == null || prefix.isBlank()) {
            throw new InvalidInputException(
                    "a fresh part needs the beginning of its parameters' names, such as classifier.");
        }
    }

    boolean holds(String parameter) {
        return parameter.startsWith(prefix);
    }
}
