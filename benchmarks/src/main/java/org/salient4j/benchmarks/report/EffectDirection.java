package org.salient4j.benchmarks.report;

import org.salient4j.benchmarks.statistics.MeanInterval;

/** Which way a mean of paired differences goes, in the words of the reports. */
public enum EffectDirection {
    /** The interval lies above 0 and the corrected test agrees. */
    HIGHER("higher", Tone.GOOD),
    /** The interval lies below 0 and the corrected test agrees. */
    LOWER("lower", Tone.BAD),
    /** The interval lies above 0; the test does not reach the level. */
    HIGHER_BY_INTERVAL("higher by its interval only", Tone.UNSURE),
    /** The interval lies below 0; the test does not reach the level. */
    LOWER_BY_INTERVAL("lower by its interval only", Tone.UNSURE),
    /** The interval holds 0, or there is none. */
    UNDECIDED("undecided", Tone.UNSURE),
    /** There are fewer than {@link #FEWEST} pairs, whatever their interval and test say. */
    TOO_FEW("undecided (fewer than 3 pairs)", Tone.UNSURE),
    /** There is no pair. */
    MISSING("missing", Tone.MUTED);

    /** Of the tests. */
    public static final double LEVEL = 0.05;

    /**
     * Pairs that a statement needs: with two, interval and test rest on how near to each other two
     * differences happen to lie.
     */
    public static final int FEWEST = 3;

    private final String words;
    private final Tone tone;

    EffectDirection(String words, Tone tone) {
        this.words = words;
        this.tone = tone;
    }

    /**
     * By the interval and the test, of {@link #FEWEST} pairs at least.
     *
     * @param difference its mean and interval
     * @param corrected p-value of the test, corrected for the others beside it; {@code NaN} if it
     *     could not be made
     */
    public static EffectDirection of(MeanInterval difference, double corrected) {
        if (difference.count() == 0) {
            return MISSING;
        }
        if (difference.count() < FEWEST) {
            return TOO_FEW;
        }
        boolean tested = corrected <= LEVEL;
        if (difference.isDefined() && difference.lower() > 0) {
            return tested ? HIGHER : HIGHER_BY_INTERVAL;
        }
        if (difference.isDefined() && difference.upper() < 0) {
            return tested ? LOWER : LOWER_BY_INTERVAL;
        }
        return UNDECIDED;
    }

    /** The words of the report. */
    public String words() {
        return words;
    }

    /** How it is marked, of a metric of which more is better. */
    public Tone tone() {
        return tone;
    }
}
