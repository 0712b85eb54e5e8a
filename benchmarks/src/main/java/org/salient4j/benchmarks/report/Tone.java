package org.salient4j.benchmarks.report;

import java.util.Locale;

/** What a marked text says; shown by a sign and a word besides the colour. */
public enum Tone {
    /** Nothing to mark. */
    PLAIN(""),
    /** As hoped for. */
    GOOD("\u2713"),
    /** Against it. */
    BAD("\u2717"),
    /** To be read with care. */
    UNSURE("?"),
    /** Something is wrong with it. */
    WARNING("!"),
    /** Does not count or is not there. */
    MUTED(""),
    /** Stands out among its neighbours. */
    STRONG("");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    /** The sign in front of the text; empty if none. */
    public String sign() {
        return sign;
    }

    /** The class of the style sheet. */
    public String style() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
