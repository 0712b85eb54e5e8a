package org.salient4j.benchmarks.report.vanishing;

import java.util.Objects;

/**
 * Where the saliency of a position and training lies, and why that is said.
 *
 * @param state the finding
 * @param reason in a few words
 */
public record SaliencyFinding(SaliencyState state, String reason) {

    /** Nothing may be null. */
    public SaliencyFinding {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether the state needs no reason beside it. */
    public boolean clear() {
        return state == SaliencyState.FOUND || state == SaliencyState.VANISHED;
    }
}
