package org.salient4j.benchmarks.report.vanishing;

import org.salient4j.benchmarks.report.Tone;

/** Where the saliency of a position and training lies. */
public enum SaliencyState {
    /** No seed has a result. */
    MISSING("missing", Tone.MUTED),
    /** At least one seed did not learn its task. */
    DID_NOT_LEARN("did not learn", Tone.WARNING),
    /** Learned, and the box holds more saliency than by chance. */
    FOUND("learned, saliency found", Tone.GOOD),
    /** Learned, and the box does not hold more saliency than by chance. */
    VANISHED("learned, but saliency vanished", Tone.BAD),
    /** Learned, and the seeds do not tell. */
    UNDECIDED("learned, undecided", Tone.UNSURE);

    private final String words;
    private final Tone tone;

    SaliencyState(String words, Tone tone) {
        this.words = words;
        this.tone = tone;
    }

    /** The words of the report. */
    public String words() {
        return words;
    }

    /** How it is marked. */
    public Tone tone() {
        return tone;
    }
}
