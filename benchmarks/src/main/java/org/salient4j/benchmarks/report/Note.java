package org.salient4j.benchmarks.report;

/**
 * A set-off statement, such as an answer or a warning.
 *
 * @param tone what it says
 * @param title in bold
 * @param text plain text
 */
public record Note(Tone tone, String title, String text) implements Block {
    @Override
    public String template() {
        return "note.peb";
    }
}
