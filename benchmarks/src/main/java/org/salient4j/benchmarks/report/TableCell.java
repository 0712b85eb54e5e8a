package org.salient4j.benchmarks.report;

import java.util.Objects;

/**
 * One cell of a table.
 *
 * @param text the value
 * @param detail smaller text behind it; may be empty
 * @param hint what a pointer resting on it tells; may be empty
 * @param tone how it is marked
 */
public record TableCell(String text, String detail, String hint, Tone tone) {

    /** Nothing may be null. */
    public TableCell {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(tone, "tone");
    }

    /** An unmarked cell. */
    public static TableCell of(String text) {
        return new TableCell(text, "", "", Tone.PLAIN);
    }

    /** An unmarked cell with smaller text behind its value. */
    public static TableCell of(String text, String detail) {
        return new TableCell(text, detail, "", Tone.PLAIN);
    }

    /** A marked cell. */
    public static TableCell marked(Tone tone, String text) {
        return new TableCell(text, "", "", tone);
    }

    /** Says that there is no value, and why. */
    public static TableCell missing(String why) {
        return new TableCell("missing", "", why, Tone.MUTED);
    }
}
