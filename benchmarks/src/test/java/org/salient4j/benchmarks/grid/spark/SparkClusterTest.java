package org.salient4j.benchmarks.grid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.GridExecutor;
import org.salient4j.benchmarks.grid.GridOutcome;
import org.salient4j.benchmarks.grid.LocalGridExecutor;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.framework.progress.Progress;

/** On a real master with real workers, which die as processes die. */
@Tag("slow")
class SparkClusterTest {

    @TempDir private Path temporary;
    private Path notes;
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        notes = Files.createDirectory(temporary.resolve("notes"));
        folder = temporary.resolve("results");
    }

    @Test
    void should_compute_the_cells_of_killed_processes_again() throws Exception {
        NoisySquares squares = new NoisySquares(16, 1500, notes.toString());
        try (LoopbackCluster cluster = new LoopbackCluster(temporary.resolve("cluster"))) {
            FutureTask<GridOutcome<NoisySquares.Cell, NoisySquares.Answer>> run =
                    start(cluster, squares);
            awaitResults(run, 3);
            ProcessHandle executor = cluster.executorOf(0);
            executor.destroyForcibly();
            int atFirstKill = StoredCells.in(folder).size();
            awaitResults(run, atFirstKill + 3);
            cluster.worker(1).destroyForcibly();
            GridOutcome<NoisySquares.Cell, NoisySquares.Answer> outcome = run.get();
            assertThat(outcome.failures()).isEmpty();
            assertThat(outcome.complete()).isTrue();
        }
        long again = 0;
        for (int i = 0; i < 16; i++) {
            again += squares.tries(i) - 1;
        }
        assertThat(again).as("cells that were begun again").isBetween(1L, 4L);
        Path local = temporary.resolve("local");
        new LocalGridExecutor(16).run(squares, ResultStore.open(local, squares), Progress.silent());
        assertThat(StoredCells.in(folder)).hasSize(16).isEqualTo(StoredCells.in(local));
    }

    @Test
    void should_give_up_only_the_cell_that_ends_its_process_each_time() throws Exception {
        NoisySquares squares = new NoisySquares(6, 100, notes.toString());
        Files.createFile(notes.resolve("halt-2"));
        try (LoopbackCluster cluster = new LoopbackCluster(temporary.resolve("cluster"))) {
            GridOutcome<NoisySquares.Cell, NoisySquares.Answer> outcome =
                    start(cluster, squares).get();
            assertThat(outcome.results())
                    .extracting(CellResult::cell)
                    .extracting(NoisySquares.Cell::number)
                    .containsExactly(0, 1, 3, 4, 5);
            assertThat(outcome.failures())
                    .singleElement()
                    .satisfies(f -> assertThat(f.error()).contains("failed 4 times"));
            assertThat(squares.tries(2)).isEqualTo(4);
        }
    }

    @Test
    void should_say_that_the_cluster_went_away_and_keep_what_is_there() throws Exception {
        NoisySquares squares = new NoisySquares(30, 300, notes.toString());
        try (LoopbackCluster cluster = new LoopbackCluster(temporary.resolve("cluster"))) {
            FutureTask<GridOutcome<NoisySquares.Cell, NoisySquares.Answer>> run =
                    start(cluster, squares);
            awaitResults(run, 2);
            // What no executor can be started without, as when Spark is removed from the machines.
            Files.delete(temporary.resolve("cluster").resolve("jars"));
            cluster.executorOf(0).destroyForcibly();
            cluster.executorOf(1).destroyForcibly();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(run::get)
                    .havingCause()
                    .isInstanceOf(SparkStoppedException.class)
                    .withMessageStartingWith("Spark ended before the grid (")
                    .withMessageContaining("finished cells are kept in " + folder);
        }
        assertThat(StoredCells.in(folder)).hasSizeBetween(2, 29);
        assertThat(folder.resolve("cells")).isDirectoryNotContaining("glob:**.error.json");
        GridExecutor local = new LocalGridExecutor(8);
        assertThat(
                        local.run(squares, ResultStore.open(folder, squares), Progress.silent())
                                .complete())
                .isTrue();
    }

    private FutureTask<GridOutcome<NoisySquares.Cell, NoisySquares.Answer>> start(
            LoopbackCluster cluster, NoisySquares squares) {
        GridExecutor executor = new SparkGridExecutor(cluster.url(), List.of());
        FutureTask<GridOutcome<NoisySquares.Cell, NoisySquares.Answer>> run =
                new FutureTask<>(
                        () ->
                                executor.run(
                                        squares,
                                        ResultStore.open(folder, squares),
                                        Progress.silent()));
        new Thread(run).start();
        return run;
    }

    private void awaitResults(FutureTask<?> run, int count) throws Exception {
        while (StoredCells.in(folder).size() < count) {
            if (run.isDone()) {
                run.get();
                throw new AssertionError("ended before " + count + " results were there");
            }
            Thread.sleep(20);
        }
    }
}
