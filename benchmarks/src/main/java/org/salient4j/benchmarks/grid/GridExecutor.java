package org.salient4j.benchmarks.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.progress.Progress;

/**
 * Computes the cells of an experiment that have no result yet.
 *
 * <p>What a run is (one at a time in a folder, nothing computed twice, failures in the order of the
 * cells) is the same for all executors; they differ in {@link #compute where cells are computed}.
 */
public interface GridExecutor {

    /**
     * Computes what is missing and stores each result as soon as it is there. A cell that fails
     * does not stop the others: it is stored as a failure, named in the outcome and tried again by
     * the next run. The results do not depend on where or how many cells are computed at once.
     *
     * @param experiment what to compute
     * @param store where results are kept
     * @param progress hears of every finished cell
     * @return all results there are and the failures
     * @throws InvalidInputException if another run uses the store, or two cells are equal
     * @throws org.salient4j.framework.io.FileWriteException if a result cannot be stored; the run
     *     ends
     * @throws CancellationException if the calling thread was interrupted; finished cells are kept
     */
    default <C extends Record, R> GridOutcome<C, R> run(
            Experiment<C, R> experiment, ResultStore<C, R> store, Progress progress) {
        List<C> cells = experiment.cells();
        requireDistinct(cells, store);
        try (StoreLock lock = store.lock()) {
            lock.sweep();
            store.putDamagedAside();
            Map<C, CellResult<C, R>> before = store.completed();
            List<C> missing = new ArrayList<>(cells);
            missing.removeAll(before.keySet());
            // Only what is to be computed counts, or the time left would be guessed from cells that
            // took no time.
            String kept = before.isEmpty() ? "" : " (" + before.size() + " kept)";
            progress.start(experiment.name() + kept, missing.size());
            if (!missing.isEmpty()) {
                compute(experiment, missing, store, progress);
            }
            Map<C, CellResult<C, R>> after = store.completed();
            List<CellFailure> failures = new ArrayList<>();
            // In the order of the cells, not of their failing.
            for (C cell : missing) {
                if (!after.containsKey(cell)) {
                    store.failure(cell).ifPresent(failures::add);
                }
            }
            return new GridOutcome<>(
                    cells.size(),
                    List.copyOf(after.values()),
                    before.size(),
                    after.size() - before.size(),
                    failures,
                    store.damaged().stream().map(DamagedFile::message).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled =
                    new CancellationException(
                            "interrupted: finished cells are kept in "
                                    + store.directory()
                                    + ", run again to go on");
            cancelled.initCause(e);
            throw cancelled;
        } finally {
            progress.close();
        }
    }

    /**
     * Computes cells and {@linkplain ResultStore#put(Record, CellOutcome) stores} the outcome of
     * each as soon as it is there. For {@link #run}, which holds the lock of the store.
     *
     * @param experiment what to compute
     * @param missing the cells to compute, at least one
     * @param store where outcomes are kept
     * @param progress hears of every finished cell
     * @throws InterruptedException if the run was interrupted; nothing is computed any more
     */
    <C extends Record, R> void compute(
            Experiment<C, R> experiment,
            List<C> missing,
            ResultStore<C, R> store,
            Progress progress)
            throws InterruptedException;

    private static <C extends Record, R> void requireDistinct(
            List<C> cells, ResultStore<C, R> store) {
        Map<CellKey, C> seen = new HashMap<>();
        for (C cell : cells) {
            if (seen.put(store.key(cell), cell) != null) {
                throw new InvalidInputException("an experiment has a cell twice: " + cell);
            }
        }
    }
}
