package org.salient4j.benchmarks.report;

/**
 * Running text.
 *
 * @param text plain text
 */
public record Paragraph(String text) implements Block {
    @Override
    public String template() {
        return "paragraph.peb";
    }
}
