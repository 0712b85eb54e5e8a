package org.salient4j.benchmarks.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.progress.Progress;

/**
 * Computes cells in threads of this process.
 *
 * @param threads how many cells at once
 * @param command the command line that results are stamped with, word by word
 */
public record LocalGridExecutor(int threads, List<String> command) implements GridExecutor {

    /**
     * @throws InvalidInputException if there is not at least one thread
     */
    public LocalGridExecutor {
        if (threads < 1) {
            throw new InvalidInputException("threads must be at least 1, was " + threads);
        }
        command = List.copyOf(command);
    }

    /**
     * @param threads how many cells at once
     */
    public LocalGridExecutor(int threads) {
        this(threads, List.of());
    }

    @Override
    public <C extends Record, R> GridOutcome<C, R> run(
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
            List<CellFailure> failures = compute(experiment, missing, store, progress);
            Map<C, CellResult<C, R>> after = store.completed();
            return new GridOutcome<>(
                    cells.size(),
                    List.copyOf(after.values()),
                    before.size(),
                    after.size() - before.size(),
                    failures,
                    store.damaged());
        } finally {
            progress.close();
        }
    }

    private <C extends Record, R> List<CellFailure> compute(
            Experiment<C, R> experiment,
            List<C> missing,
            ResultStore<C, R> store,
            Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CompletionService<CellFailure> running = new ExecutorCompletionService<>(pool);
        Map<String, CellFailure> failures = new HashMap<>();
        try {
            for (C cell : missing) {
                running.submit(() -> compute(experiment, cell, store, progress, pool));
            }
            for (int i = 0; i < missing.size(); i++) {
                CellFailure failure = running.take().get();
                if (failure != null) {
                    failures.put(failure.key(), failure);
                }
                progress.step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled =
                    new CancellationException(
                            "interrupted: finished cells are kept in "
                                    + store.directory()
                                    + ", run again to go on");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            stop(pool);
        }
        // In the order of the cells, not of their failing.
        return missing.stream()
                .map(cell -> failures.get(store.key(cell).value()))
                .filter(failure -> failure != null)
                .toList();
    }

    /** Gives the failure, or null if there is a result now. */
    private <C extends Record, R> CellFailure compute(
            Experiment<C, R> experiment,
            C cell,
            ResultStore<C, R> store,
            Progress progress,
            ExecutorService pool)
            throws InterruptedException {
        CellContext context = new CellContext(store.key(cell).seed(), progress::message);
        Provenance provenance = Provenance.now(context.seed(), command);
        long start = System.nanoTime();
        try {
            R result = experiment.run(cell, context);
            if (result == null) {
                throw new IllegalStateException("the cell gave no result");
            }
            store.put(cell, result, (System.nanoTime() - start) / 1e9, provenance);
            return null;
        } catch (InterruptedException e) {
            if (pool.isShutdown()) {
                throw e;
            }
            return store.putFailure(cell, e, provenance);
        } catch (FileWriteException e) {
            // No room for results: going on would only lose more of them.
            throw e;
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return store.putFailure(cell, e, provenance);
        }
    }

    private static <C extends Record, R> void requireDistinct(
            List<C> cells, ResultStore<C, R> store) {
        Map<CellKey, C> seen = new HashMap<>();
        for (C cell : cells) {
            if (seen.put(store.key(cell), cell) != null) {
                throw new InvalidInputException("an experiment has a cell twice: " + cell);
            }
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException) {
            return (RuntimeException) e.getCause();
        }
        if (e.getCause() instanceof Error) {
            throw (Error) e.getCause();
        }
        return new IllegalStateException(e.getCause());
    }

    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            // A cell notices an interruption at its next tick; the lock must outlive its writing.
            boolean ended = false;
            while (!ended) {
                ended = pool.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
