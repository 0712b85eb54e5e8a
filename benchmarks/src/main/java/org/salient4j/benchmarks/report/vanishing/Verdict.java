package org.salient4j.benchmarks.report.vanishing;

import java.util.Objects;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * The answer to a claim.
 *
 * @param outcome the answer
 * @param reason why, in a few words
 * @param trend the metric's difference between the late and the early position, over seeds; without
 *     values if it could not be taken
 */
public record Verdict(Outcome outcome, String reason, MeanInterval trend) {

    /** Nothing may be null. */
    public Verdict {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(trend, "trend");
    }
}
