package org.salient4j.benchmarks.report;

import java.util.Objects;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * The answer to a claim.
 *
 * @param outcome the answer
 * @param reason why, in a few words
 * @param difference what it rests on, over seeds or recordings; without values if it could not be
 *     taken
 */
public record Verdict(Outcome outcome, String reason, MeanInterval difference) {

    /** Nothing may be null. */
    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(difference, "difference");
    }
}
