package org.salient4j.benchmarks.report;

/**
 * A piece of a page. Its template, a Pebble file beside this package's others, is given the block
 * as {@code block} and escapes every text of it.
 */
public interface Block {

    /** The file of the template, for instance {@code table.peb}. */
    String template();

    /** Whether the page's script does something for it; without script it must be whole too. */
    default boolean scripted() {
        return false;
    }
}
