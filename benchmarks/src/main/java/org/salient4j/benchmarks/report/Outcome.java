package org.salient4j.benchmarks.report;

/** What the results say of a claim. */
public enum Outcome {
    /** They support it. */
    HELD("held", Tone.GOOD),
    /** They contradict it. */
    NOT_HELD("not held", Tone.BAD),
    /** They do neither. */
    UNDECIDED("undecided", Tone.UNSURE),
    /** They do not concern it. */
    NOT_MEASURED("not measured", Tone.MUTED);

    private final String words;
    private final Tone tone;

    Outcome(String words, Tone tone) {
        this.words = words;
        this.tone = tone;
    }

    /** The word of the report. */
    public String words() {
        return words;
    }

    /** How it is marked. */
    public Tone tone() {
        return tone;
    }
}
