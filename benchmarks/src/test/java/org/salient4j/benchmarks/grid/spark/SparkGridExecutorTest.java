package org.salient4j.benchmarks.grid.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.benchmarks.grid.CellContext;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridExecutor;
import org.salient4j.benchmarks.grid.GridOutcome;
import org.salient4j.benchmarks.grid.LocalGridExecutor;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.progress.Progress;

class SparkGridExecutorTest {

    private static final GridExecutor SPARK = new SparkGridExecutor("local[2]", List.of("a", "b"));

    @TempDir private Path temporary;
    private Path notes;
    private Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        notes = Files.createDirectory(temporary.resolve("notes"));
        folder = temporary.resolve("results");
    }

    @Test
    void should_give_the_results_of_the_local_executor_to_the_bit() throws IOException {
        NoisySquares squares = squares(12, 0);
        Path local = temporary.resolve("local");
        run(new LocalGridExecutor(1), squares, local);
        GridOutcome<NoisySquares.Cell, NoisySquares.Answer> outcome = run(SPARK, squares, folder);
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.computed()).isEqualTo(12);
        assertThat(outcome.results())
                .extracting(CellResult::cell)
                .containsExactlyElementsOf(squares.cells());
        assertThat(outcome.results().get(0).provenance().command()).containsExactly("a", "b");
        assertThat(StoredCells.in(folder)).hasSize(12).isEqualTo(StoredCells.in(local));
        for (int i = 0; i < 12; i++) {
            assertThat(squares.tries(i)).as("cell %s, once an executor", i).isEqualTo(2);
        }
    }

    @Test
    void should_keep_a_failure_go_on_and_try_it_again_by_the_next_run_only() throws IOException {
        NoisySquares squares = squares(6, 0);
        Path broken = Files.createFile(notes.resolve("fail-4"));
        GridOutcome<NoisySquares.Cell, NoisySquares.Answer> outcome = run(SPARK, squares, folder);
        assertThat(outcome.results())
                .extracting(r -> r.cell().number())
                .containsExactly(0, 1, 2, 3, 5);
        assertThat(outcome.failures()).hasSize(1);
        CellFailure failure = outcome.failures().get(0);
        assertThat(failure.error()).isEqualTo("IllegalStateException: no square of 4");
        assertThat(failure.stackTrace().toString()).contains("NoisySquares.run");
        assertThat(squares.tries(4)).isEqualTo(1);

        Files.delete(broken);
        assertThat(run(SPARK, squares, folder).complete()).isTrue();
        assertThat(squares.tries(4)).isEqualTo(2);
        assertThat(squares.tries(5)).isEqualTo(1);
    }

    @Test
    void should_keep_what_is_there_when_interrupted_and_go_on() throws Exception {
        NoisySquares squares = squares(40, 50);
        Thread runner = Thread.currentThread();
        Thread interrupter =
                new Thread(
                        () -> {
                            while (count(folder) < 4) {
                                Thread.onSpinWait();
                            }
                            runner.interrupt();
                        });
        interrupter.start();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> run(SPARK, squares, folder))
                .withMessageContaining("finished cells are kept in " + folder);
        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        Map<String, String> kept = StoredCells.in(folder);
        assertThat(kept).hasSizeBetween(4, 39);
        assertThat(folder.resolve("cells")).isDirectoryNotContaining("glob:**.error.json");

        GridOutcome<NoisySquares.Cell, NoisySquares.Answer> outcome = run(SPARK, squares, folder);
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.reused()).isEqualTo(kept.size());
        assertThat(StoredCells.in(folder)).containsAllEntriesOf(kept);
    }

    @Test
    void should_put_a_damaged_result_aside_and_compute_it_again() throws IOException {
        NoisySquares squares = squares(3, 0);
        run(SPARK, squares, folder);
        Map<String, String> whole = StoredCells.in(folder);
        Path damaged = folder.resolve("cells").resolve(whole.keySet().iterator().next());
        Files.writeString(damaged, "{\"key\":");
        GridOutcome<NoisySquares.Cell, NoisySquares.Answer> outcome = run(SPARK, squares, folder);
        assertThat(outcome.computed()).isEqualTo(1);
        assertThat(outcome.setAside()).singleElement().asString().contains("put aside");
        assertThat(StoredCells.in(folder)).isEqualTo(whole);
    }

    @Test
    void should_refuse_a_second_run_in_the_folder_or_in_the_process() throws Exception {
        NoisySquares squares = squares(40, 50);
        FutureTask<?> first = new FutureTask<>(() -> run(SPARK, squares, folder));
        Thread runner = new Thread(first);
        runner.start();
        while (count(folder) < 1) {
            Thread.sleep(5);
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(SPARK, squares, folder))
                .withMessage(folder + " is in use by another run: wait for it or stop it first");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(SPARK, squares, temporary.resolve("other")))
                .withMessage("this Java process runs Spark already: end that run first");
        assertThat(first.isDone()).as("the first was running").isFalse();
        runner.interrupt();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(first::get)
                .withCauseInstanceOf(CancellationException.class);
    }

    @Test
    void should_not_start_spark_where_nothing_is_missing() throws IOException {
        NoisySquares squares = squares(2, 0);
        run(new LocalGridExecutor(1), squares, folder);
        // Nobody listens there, and nobody has to.
        GridExecutor elsewhere = new SparkGridExecutor("spark://127.0.0.1:1", List.of());
        assertThat(run(elsewhere, squares, folder).reused()).isEqualTo(2);
    }

    @Test
    void should_refuse_an_experiment_that_a_worker_could_not_make_again() {
        Experiment<NoisySquares.Cell, NoisySquares.Answer> unknown =
                new Unregistered(squares(1, 0));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                SPARK.run(
                                        unknown,
                                        ResultStore.open(folder, unknown),
                                        Progress.silent()))
                .withMessageStartingWith("unknown experiment 'unregistered'");
    }

    @Test
    void should_say_at_once_that_no_master_answers() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        GridExecutor nowhere = new SparkGridExecutor("spark://127.0.0.1:" + port, List.of());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> run(nowhere, squares(1, 0), folder))
                .withMessage(
                        "no Spark master answers at spark://127.0.0.1:"
                                + port
                                + " (Connection refused): start it, or choose another --master");
        assertThat(StoredCells.in(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yarn",
                "local[0]",
                "local[two]",
                "local[-1]",
                "spark://",
                "spark://host",
                "spark://host:port",
                "spark://host:70000",
                "spark://host:0",
                "http://host:80"
            })
    void should_refuse_what_is_no_master(String master) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new SparkGridExecutor(master, List.of()))
                .withMessageContaining("'" + master + "'");
    }

    private NoisySquares squares(int count, long millis) {
        return new NoisySquares(count, millis, notes.toString());
    }

    private static GridOutcome<NoisySquares.Cell, NoisySquares.Answer> run(
            GridExecutor executor, NoisySquares squares, Path folder) {
        return executor.run(squares, ResultStore.open(folder, squares), Progress.silent());
    }

    private static int count(Path folder) {
        String[] cells =
                folder.resolve("cells").toFile().list((d, n) -> n.matches("[0-9a-f]+\\.json"));
        return cells == null ? 0 : cells.length;
    }

    private record Unregistered(NoisySquares squares)
            implements Experiment<NoisySquares.Cell, NoisySquares.Answer> {
        @Override
        public String name() {
            return "unregistered";
        }

        @Override
        public Class<NoisySquares.Cell> cellType() {
            return squares.cellType();
        }

        @Override
        public Class<NoisySquares.Answer> resultType() {
            return squares.resultType();
        }

        @Override
        public List<NoisySquares.Cell> cells() {
            return squares.cells();
        }

        @Override
        public NoisySquares.Answer run(NoisySquares.Cell cell, CellContext context)
                throws InterruptedException, IOException {
            return squares.run(cell, context);
        }
    }
}
