package org.salient4j.benchmarks.grid;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.salient4j.framework.InvalidInputException;
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
    public <C extends Record, R> void compute(
            Experiment<C, R> experiment,
            List<C> missing,
            ResultStore<C, R> store,
            Progress progress)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CompletionService<CellOutcome> running = new ExecutorCompletionService<>(pool);
        try {
            for (C cell : missing) {
                running.submit(() -> store.put(cell, outcome(experiment, cell, progress, pool)));
            }
            for (int i = 0; i < missing.size(); i++) {
                running.take().get();
                progress.step();
            }
        } catch (ExecutionException e) {
            // No room for results: going on would only lose more of them.
            throw rethrown(e);
        } finally {
            stop(pool);
        }
    }

    private <C extends Record, R> CellOutcome outcome(
            Experiment<C, R> experiment, C cell, Progress progress, ExecutorService pool)
            throws InterruptedException {
        try {
            return CellOutcome.of(experiment, cell, command, progress::message);
        } catch (InterruptedException e) {
            if (pool.isShutdown()) {
                throw e;
            }
            return CellFailure.of(experiment, cell, e, command);
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
