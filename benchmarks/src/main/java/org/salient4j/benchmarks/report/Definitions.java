package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * Terms and what they mean, or settings and their values.
 *
 * @param items in reading order
 */
public record Definitions(List<Item> items) implements Block {

    /**
     * One of them.
     *
     * @param term what is explained
     * @param text the explanation
     */
    public record Item(String term, String text) {}

    /** Copies the items. */
    public Definitions {
        items = List.copyOf(items);
    }

    @Override
    public String template() {
        return "definitions.peb";
    }
}
