package org.salient4j.benchmarks.report;

/**
 * A heading within a section.
 *
 * @param text plain text
 */
public record Subheading(String text) implements Block {
    @Override
    public String template() {
        return "subheading.peb";
    }
}
