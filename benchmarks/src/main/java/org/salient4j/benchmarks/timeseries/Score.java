package org.salient4j.benchmarks.timeseries;

import java.util.Objects;

/**
 * One metric of one method on one trained network.
 *
 * @param seed the training's seed
 * @param state whether it is there
 * @param value the metric; {@code NaN} unless {@link ScoreState#MEASURED}
 * @param diff the metric minus what uniformly random maps are expected to get, Diff in the paper;
 *     {@code NaN} unless measured, and where that expectation is not known
 */
public record Score(long seed, ScoreState state, double value, double diff) {

    /** A missing score has no numbers. */
    public Score {
        Objects.requireNonNull(state, "state");
        if ((state == ScoreState.MEASURED) == Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    "value must be NaN unless measured, was " + value + " and " + state);
        }
    }

    static Score missing(long seed, ScoreState why) {
        return new Score(seed, why, Double.NaN, Double.NaN);
    }
}
