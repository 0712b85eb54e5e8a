package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * Blocks that are closed until a reader opens them; open on paper.
 *
 * @param summary what is inside
 * @param blocks what is inside
 */
public record Fold(String summary, List<Block> blocks) implements Block {

    /** Copies the blocks. */
    public Fold {
        blocks = List.copyOf(blocks);
    }

    @Override
    public boolean scripted() {
        return blocks.stream().anyMatch(Block::scripted);
    }

    @Override
    public String template() {
        return "fold.peb";
    }
}
