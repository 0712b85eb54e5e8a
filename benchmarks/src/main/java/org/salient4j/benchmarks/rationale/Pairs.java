package org.salient4j.benchmarks.rationale;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/** Lists that belong together. */
final class Pairs {
    private Pairs() {}

    static void requireSame(List<?> texts, List<?> others) {
        if (texts.isEmpty() || texts.size() != others.size()) {
            throw new InvalidInputException(
                    "expected at least one text and something for each, found %d and %d"
                            .formatted(texts.size(), others.size()));
        }
    }
}
