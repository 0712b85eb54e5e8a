package org.salient4j.benchmarks.grid;

import org.salient4j.framework.progress.Progress;

/** Computes the cells of an experiment that have no result yet. */
public interface GridExecutor {

    /**
     * Computes what is missing and stores each result as soon as it is there. A cell that fails
     * does not stop the others: it is stored as a failure, named in the outcome and tried again by
     * the next run. The results do not depend on how many cells are computed at once.
     *
     * @param experiment what to compute
     * @param store where results are kept
     * @param progress hears of every finished cell
     * @return all results there are and the failures
     * @throws org.salient4j.framework.InvalidInputException if another run uses the store, or two
     *     cells are equal
     * @throws org.salient4j.framework.io.FileWriteException if a result cannot be stored; the run
     *     ends
     * @throws java.util.concurrent.CancellationException if the calling thread was interrupted;
     *     finished cells are kept
     */
    <C extends Record, R> GridOutcome<C, R> run(
            Experiment<C, R> experiment, ResultStore<C, R> store, Progress progress);
}
