package org.salient4j.benchmarks.report;

import java.util.List;

/**
 * Blocks that a reader opens and closes; open on paper.
 *
 * @param summary what is inside
 * @param blocks what is inside
 * @param open whether they are open from the beginning
 */
public record Fold(String summary, List<Block> blocks, boolean open) implements Block {

    /** Copies the blocks. */
    public Fold {
        blocks = List.copyOf(blocks);
    }

    /** Closed until a reader opens them. */
    public Fold(String summary, List<Block> blocks) {
        this(summary, blocks, false);
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
