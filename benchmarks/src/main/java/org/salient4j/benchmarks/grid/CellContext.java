package org.salient4j.benchmarks.grid;

import java.util.function.Consumer;
import org.salient4j.framework.Seed;
import org.salient4j.framework.progress.Progress;

/** What a cell is given besides itself. */
public final class CellContext {

    private final Seed seed;
    private final Consumer<String> listener;

    /**
     * @param seed the seed of the cell
     * @param listener hears how far the cell is
     */
    public CellContext(Seed seed, Consumer<String> listener) {
        this.seed = seed;
        this.listener = listener;
    }

    /**
     * A seed that belongs to this cell alone: it comes from the cell's key. Cells that are to be
     * compared on the same data carry a seed of their own as a component instead.
     */
    public Seed seed() {
        return seed;
    }

    /**
     * Says how far the cell is. To be called now and then in long work: it is also where the cell
     * stops when the run was interrupted.
     *
     * @param state a few words
     * @throws InterruptedException if the run was interrupted
     */
    public void tick(String state) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was interrupted");
        }
        listener.accept(state);
    }

    /** Says how far a training within the cell is; a cell is not stopped within one. */
    public Progress progress() {
        return new CellProgress(listener);
    }
}
