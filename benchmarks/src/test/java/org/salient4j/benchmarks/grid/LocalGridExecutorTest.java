package org.salient4j.benchmarks.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.progress.Progress;

class LocalGridExecutorTest {

    @TempDir private Path folder;

    @Test
    void should_give_the_same_results_in_the_same_order_whatever_the_threads() {
        List<Squares.Answer> alone = answers(run(Squares.of(12), folder.resolve("1"), 1));
        List<Squares.Answer> together = answers(run(Squares.of(12), folder.resolve("4"), 4));
        assertThat(together).isEqualTo(alone);
        assertThat(alone)
                .extracting(Squares.Answer::square)
                .isEqualTo(IntStream.range(0, 12).mapToObj(i -> i * i).toList());
        assertThat(alone).extracting(Squares.Answer::noise).doesNotHaveDuplicates();
    }

    @Test
    void should_not_compute_what_is_there() {
        run(Squares.of(5), folder, 2);
        Squares again = Squares.of(5);
        GridOutcome<Squares.Cell, Squares.Answer> outcome = run(again, folder, 2);
        assertThat(again.computed).isEmpty();
        assertThat(outcome.reused()).isEqualTo(5);
        assertThat(outcome.computed()).isZero();
        assertThat(outcome.complete()).isTrue();
    }

    @Test
    void should_go_on_after_a_failure_name_it_and_try_it_again() {
        Squares failing = new Squares(6, Set.of(4, 1), 0);
        GridOutcome<Squares.Cell, Squares.Answer> outcome = run(failing, folder, 3);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.results())
                .extracting(r -> r.cell().number())
                .containsExactly(0, 2, 3, 5);
        assertThat(outcome.failures()).hasSize(2);
        assertThat(outcome.failures().get(0).summary())
                .contains(" (mode plain, number 1) failed")
                .endsWith("failed: IllegalStateException: no square of 1");
        Squares.Cell cell = new Squares.Cell(1, "plain");
        CellFailure kept = ResultStore.open(folder, failing).failure(cell).orElseThrow();
        assertThat(kept).isEqualTo(outcome.failures().get(0));

        Squares repaired = Squares.of(6);
        assertThat(run(repaired, folder, 2).complete()).isTrue();
        assertThat(repaired.computed).containsExactlyInAnyOrder(1, 4);
        assertThat(ResultStore.open(folder, repaired).failure(cell)).isEmpty();
    }

    @Test
    void should_keep_finished_cells_when_the_process_is_killed() throws Exception {
        // Five hundred milliseconds a cell, two at a time: killed with some finished and some not.
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Squares.class.getName(),
                                folder.toString(),
                                "40",
                                "500")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolveSibling("killed.log").toFile())
                        .start();
        while (results().size() < 3 && process.isAlive()) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as("killed before it ended").isTrue();
        process.destroyForcibly().waitFor();
        Map<String, byte[]> finished = results();
        assertThat(finished).hasSizeBetween(3, 39);

        Squares resumed = Squares.of(40);
        GridOutcome<Squares.Cell, Squares.Answer> outcome = run(resumed, folder, 2);
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.setAside()).isEmpty();
        assertThat(resumed.computed).hasSize(40 - finished.size());
        assertThat(results()).hasSize(40).containsAllEntriesOf(finished);
        assertThat(answers(outcome))
                .isEqualTo(answers(run(Squares.of(40), folder.resolve("whole"), 1)));
        assertThat(new File(folder.toFile(), "cells").list()).noneMatch(n -> n.endsWith(".tmp"));
    }

    @Test
    void should_stop_at_the_next_tick_when_interrupted_and_keep_what_is_there() throws Exception {
        Squares slow = new Squares(50, Set.of(), 30);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch some = new CountDownLatch(3);
        Thread runner =
                new Thread(
                        () -> {
                            try {
                                new LocalGridExecutor(2)
                                        .run(
                                                slow,
                                                ResultStore.open(folder, slow),
                                                new CountingProgress(some));
                            } catch (CancellationException e) {
                                thrown.set(e);
                            }
                        });
        runner.start();
        some.await();
        runner.interrupt();
        runner.join();
        assertThat(thrown.get()).hasMessageContaining("finished cells are kept in " + folder);
        assertThat(results()).hasSizeBetween(3, 49);
        assertThat(new File(folder.toFile(), "cells").list())
                .noneMatch(n -> n.endsWith(".tmp") || n.endsWith(".error.json"));
        assertThat(run(Squares.of(50), folder, 2).complete()).isTrue();
    }

    @Test
    void should_remove_what_a_killed_run_was_writing() throws IOException {
        Path left = Files.createDirectories(folder.resolve("cells")).resolve(".a.json.b.tmp");
        Files.writeString(left, "{\"key\":");
        assertThat(run(Squares.of(1), folder, 1).complete()).isTrue();
        assertThat(left).doesNotExist();
    }

    @Test
    void should_refuse_to_share_a_folder_with_another_run() {
        Squares squares = Squares.of(2);
        ResultStore<Squares.Cell, Squares.Answer> store = ResultStore.open(folder, squares);
        try (StoreLock other = store.lock()) {
            assertThat(other).isNotNull();
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(
                            () -> new LocalGridExecutor(1).run(squares, store, Progress.silent()))
                    .withMessage(
                            folder + " is in use by another run: wait for it or stop it first");
        }
        assertThat(run(squares, folder, 1).complete()).isTrue();
    }

    @Test
    void should_refuse_equal_cells() {
        Experiment<Squares.Cell, Squares.Answer> twice = new Twice(Squares.of(1));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                new LocalGridExecutor(1)
                                        .run(
                                                twice,
                                                ResultStore.open(folder, twice),
                                                Progress.silent()))
                .withMessageStartingWith("an experiment has a cell twice: ");
    }

    @Test
    void should_refuse_to_run_without_a_thread() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new LocalGridExecutor(0))
                .withMessage("threads must be at least 1, was 0");
    }

    @Test
    void should_stamp_results_with_what_made_them() {
        Squares squares = Squares.of(1);
        GridOutcome<Squares.Cell, Squares.Answer> outcome =
                new LocalGridExecutor(1, List.of("salient4j", "reproduce"))
                        .run(squares, ResultStore.open(folder, squares), Progress.silent());
        CellResult<Squares.Cell, Squares.Answer> result = outcome.results().get(0);
        assertThat(result.provenance().command()).containsExactly("salient4j", "reproduce");
        assertThat(result.provenance().seed()).isEqualTo(new CellKey(result.key()).seed().value());
        assertThat(result.experiment()).isEqualTo("squares");
        assertThat(result.seconds()).isGreaterThanOrEqualTo(0);
    }

    private Map<String, byte[]> results() throws IOException {
        Path cells = folder.resolve("cells");
        if (!Files.isDirectory(cells)) {
            return Map.of();
        }
        Map<String, byte[]> results = new TreeMap<>();
        try (Stream<Path> files = Files.list(cells)) {
            for (Path file : files.filter(f -> isResult(f)).collect(Collectors.toList())) {
                results.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return results;
    }

    private static boolean isResult(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{64}\\.json");
    }

    private static GridOutcome<Squares.Cell, Squares.Answer> run(
            Squares squares, Path directory, int threads) {
        return new LocalGridExecutor(threads)
                .run(squares, ResultStore.open(directory, squares), Progress.silent());
    }

    private static List<Squares.Answer> answers(GridOutcome<Squares.Cell, Squares.Answer> outcome) {
        return outcome.results().stream().map(CellResult::result).toList();
    }

    private record CountingProgress(CountDownLatch latch) implements Progress {
        @Override
        public void start(String task, long total) {}

        @Override
        public void step(long count) {
            latch.countDown();
        }

        @Override
        public void message(String text) {}

        @Override
        public void close() {}
    }

    private record Twice(Squares squares) implements Experiment<Squares.Cell, Squares.Answer> {
        @Override
        public String name() {
            return "twice";
        }

        @Override
        public com.fasterxml.jackson.databind.JsonNode specification() {
            return squares.specification();
        }

        @Override
        public Class<Squares.Cell> cellType() {
            return Squares.Cell.class;
        }

        @Override
        public Class<Squares.Answer> resultType() {
            return Squares.Answer.class;
        }

        @Override
        public List<Squares.Cell> cells() {
            return List.of(squares.cells().get(0), squares.cells().get(0));
        }

        @Override
        public Squares.Answer run(Squares.Cell cell, CellContext context)
                throws InterruptedException {
            return squares.run(cell, context);
        }
    }
}
