package org.salient4j.framework.text.corpus;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * How sentences with a score become examples of two classes.
 *
 * @param name what results call the data
 * @param minimum the smallest magnitude of a score that is used; nearer to 0 people did not agree
 * @param testShare share of the sentences to measure on, in (0, 1)
 * @param validationShare share of the sentences to choose on, in [0, 1)
 */
public record ScoredSentenceOptions(
        String name, double minimum, double testShare, double validationShare) {
    /** Label 0 is a score below zero, label 1 one above. */
    public static final List<String> CLASSES = List.of("negative", "positive");

    /** Validates. */
    public ScoredSentenceOptions {
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("name must say what the data is, was empty");
        }
        if (!(minimum >= 0)) {
            throw new InvalidInputException("minimum must be at least 0, was " + minimum);
        }
        if (!(testShare > 0 && validationShare >= 0 && testShare + validationShare < 1)) {
            throw new InvalidInputException(
                    "testShare must be above 0, validationShare at least 0 and both together below 1, were %s and %s"
                            .formatted(testShare, validationShare));
        }
    }

    /**
     * The movie-review snippets that came with VADER (Hutto and Gilbert, ICWSM 2014): sentences of
     * reviews, each with the mean of twenty people's scores from -4 to 4.
     */
    public static ScoredSentenceOptions movieSnippets() {
        return new ScoredSentenceOptions("VADER movie snippets", 0.5, 0.1, 0.1);
    }
}
