package org.salient4j.benchmarks.grid.spark;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellOutcome;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.grid.Experiments;
import org.salient4j.benchmarks.grid.GridExecutor;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.progress.Progress;
import scala.collection.Seq;
import scala.util.Failure;
import scala.util.Try;

/**
 * Computes cells on Apache Spark, in threads of this process or on a standalone cluster.
 *
 * <p>A cell and the experiment's {@linkplain ExperimentCard card} travel as JSON; the worker makes
 * the {@linkplain org.salient4j.benchmarks.grid.Experiments registered} experiment again, computes
 * the cell, and its outcome comes back as JSON and is stored by this process at once. The results
 * are bit for bit those of {@link org.salient4j.benchmarks.grid.LocalGridExecutor}; only who
 * computed them when ({@code provenance}, {@code seconds}) differs.
 *
 * <p>Every cell is a job of one task. So a result does not wait for others, a lost worker's cells
 * are tried again by Spark ({@code spark.task.maxFailures}, 4 times), and a cell that takes its
 * worker down each time becomes a {@link CellFailure} while the others go on; in one job for all
 * cells it would end them all. A cell that throws is a result to Spark and not tried again.
 *
 * <p>Use it for more cells than one machine's processors can compute in the time there is. For one
 * machine {@code LocalGridExecutor} starts faster and needs less memory.
 *
 * @param master {@code local[N]}, {@code local[*]} or {@code spark://HOST:PORT}
 * @param command the command line that results are stamped with, word by word
 */
public record SparkGridExecutor(String master, List<String> command) implements GridExecutor {

    private static final Pattern TRIED_OFTEN =
            Pattern.compile("Task \\d+ in stage \\S+ failed \\d+ times");

    /**
     * @throws InvalidInputException if the master is none of these
     */
    public SparkGridExecutor {
        master = new SparkMaster(master).url();
        command = List.copyOf(command);
    }

    /**
     * With the master that {@code spark-submit} or the property {@code spark.master} names, or all
     * processors of this machine.
     */
    public SparkGridExecutor(List<String> command) {
        this(System.getProperty("spark.master", "local[*]"), command);
    }

    /**
     * Asks for the master before anything is written or started; {@link #run} asks again.
     *
     * @throws InvalidInputException if nobody answers at its address
     */
    public void requireMaster() {
        new SparkMaster(master).requireAnswer();
    }

    /**
     * @throws InvalidInputException if the experiment is not registered, no master answers, or this
     *     process runs Spark already
     * @throws SparkStoppedException if the cluster goes away; finished cells are kept
     */
    @Override
    public <C extends Record, R> void compute(
            Experiment<C, R> experiment,
            List<C> missing,
            ResultStore<C, R> store,
            Progress progress)
            throws InterruptedException {
        ExperimentCard card = ExperimentCard.of(experiment);
        requireRebuildable(experiment, card);
        CellTask task = new CellTask(card, command);
        // Outcomes are written by a thread of their own, which nobody interrupts: an interruption
        // in the middle of a write would lose what was computed.
        // Spark says of a job that it was cancelled when nobody waits for it any more: discarded.
        ExecutorService writer =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        new ThreadPoolExecutor.DiscardPolicy());
        CompletionService<CellOutcome> stored = new ExecutorCompletionService<>(writer);
        try (SparkConnection spark = SparkConnection.open(new SparkMaster(master))) {
            for (C cell : missing) {
                spark.submit(
                        task,
                        Json.canonical(cell),
                        answer ->
                                stored.submit(
                                        () ->
                                                store.put(
                                                        cell,
                                                        outcome(experiment, cell, answer, store))));
            }
            for (int i = 0; i < missing.size(); i++) {
                stored.take().get();
                progress.step();
            }
        } catch (ExecutionException e) {
            throw rethrown(e);
        } finally {
            finish(writer);
        }
    }

    private <C extends Record, R> CellOutcome outcome(
            Experiment<C, R> experiment, C cell, Try<Seq<String>> answer, ResultStore<C, R> store) {
        if (answer.isSuccess()) {
            return CellOutcome.read(answer.get().head(), experiment, cell);
        }
        Throwable reason = ((Failure<Seq<String>>) answer).exception();
        String line = SparkConnection.firstLine(reason);
        if (TRIED_OFTEN.matcher(line).find()) {
            return CellFailure.of(experiment, cell, reason, command);
        }
        throw new SparkStoppedException(
                "Spark ended before the grid ("
                        + line
                        + "): finished cells are kept in "
                        + store.directory()
                        + ", run again to go on",
                reason);
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

    /** What has arrived is written before the store is given back. */
    private static void finish(ExecutorService writer) {
        writer.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = writer.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Better said before anything is started than once for every cell. */
    private static void requireRebuildable(Experiment<?, ?> experiment, ExperimentCard card) {
        if (!ExperimentCard.of(Experiments.of(card)).equals(card)) {
            throw new InvalidInputException(
                    "the experiment '" + experiment.name() + "' is not what its settings say");
        }
    }
}
