package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * A part of a page that the table of contents names.
 *
 * @param title its heading
 * @param blocks what it holds, in reading order
 */
public record Section(String title, List<Block> blocks) {

    /** Copies the blocks. */
    public Section {
        blocks = List.copyOf(blocks);
    }
}
