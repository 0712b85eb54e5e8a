package org.salient4j.benchmarks.report;

/**
 * Text with its own line breaks, such as a command.
 *
 * @param label what it is
 * @param text plain text
 */
public record Listing(String label, String text) implements Block {
    @Override
    public String template() {
        return "listing.peb";
    }
}
