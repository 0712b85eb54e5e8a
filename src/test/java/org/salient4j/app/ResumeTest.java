package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.NpzArchive;
import org.salient4j.framework.network.Checkpoint;

/** Processes are killed as the operating system kills them, and go on. */
class ResumeTest {
    private static final String STATE = "training-state";

    @TempDir private Path folder;

    @Test
    void should_end_a_killed_training_with_the_same_bits() throws Exception {
        Path data = TinyData.generate(folder);
        Path killed = folder.resolve("killed.npz");
        Path whole = folder.resolve("whole.npz");
        Process process = Cli.process(training(data, killed)).start();
        killWhen(process, () -> Files.exists(killed));
        assertThat(documents(killed)).contains(STATE);

        Cli refused = Cli.run(TinyData.join(training(data, killed), "--lambda", 3, "--resume"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("belongs to another training", "lambda", "\"3.0\"")
                .hasSizeLessThan(400);

        Cli.ok(TinyData.join(training(data, killed), "--resume"));
        Cli.ok(training(data, whole));
        assertThat(documents(killed)).containsExactly("network");
        assertThat(Checkpoint.spec(killed).training().get("history")).hasSize(60);
        // ND4J's own equality forgives 1e-5.
        assertThat(parameters(killed)).isEqualTo(parameters(whole));
    }

    @Test
    void should_say_where_the_classes_of_data_without_a_card_come_from() throws IOException {
        Path data = TinyData.generate(folder);
        Files.delete(data.resolve("dataset.json"));
        Path model = folder.resolve("model.npz");
        Cli run =
                Cli.ok("train", "--data", data, "--network", "lstm", "--epochs", 1, "--out", model);
        assertThat(run.err())
                .contains(data + " has no dataset.json: 2 classes, as its labels have");
    }

    @Test
    void should_start_where_there_is_nothing_to_resume() {
        Path data = TinyData.generate(folder);
        Path model = folder.resolve("model.npz");
        Cli run =
                Cli.ok(
                        "train",
                        "--data",
                        data,
                        "--network",
                        "lstm",
                        "--epochs",
                        1,
                        "--resume",
                        "--out",
                        model);
        assertThat(run.err()).contains("training from the start");
        assertThat(model).exists();
    }

    @Test
    void should_keep_the_finished_cells_of_a_killed_experiment() throws Exception {
        Path results = folder.resolve("results");
        Process process = Cli.process(experiment(results)).start();
        killWhen(process, () -> cells(results).size() >= 2);
        Map<String, FileTime> before = cells(results);
        assertThat(before.size()).isBetween(2, 8);
        assertThat(results.resolve("report.html")).doesNotExist();

        Cli refused = Cli.run(experiment(results));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).contains("add --resume");

        Cli resumed = Cli.ok(TinyData.join(experiment(results), "--resume"));
        assertThat(resumed.err()).contains("(" + before.size() + " kept)");
        assertThat(cells(results)).hasSize(9).containsAllEntriesOf(before);
        assertThat(resumed.out().lines().toList())
                .endsWith(
                        "results  " + results.resolve("results.csv"),
                        "report   " + results.resolve("report.html"));
        assertThat(Files.readAllLines(results.resolve("results.csv"))).hasSize(10);

        Path damaged = results.resolve("cells").resolve(cells(results).keySet().iterator().next());
        Files.writeString(damaged, "{\"key\":");
        Cli partial = Cli.ok("report", results, "--out", folder.resolve("partial.html"));
        assertThat(partial.err().lines()).singleElement().asString().contains(damaged + ": not");
        assertThat(damaged).hasContent("{\"key\":");
        assertThat(folder.resolve("partial.html"))
                .content()
                .contains("1 of 9 trainings have no result", "not readable: ");
        Cli repaired = Cli.ok(TinyData.join(experiment(results), "--resume"));
        assertThat(repaired.err()).contains(damaged.toString(), "put aside", "(8 kept)");
        assertThat(cells(results)).hasSize(9);

        Path report = folder.resolve("report.html");
        assertThat(Cli.ok("report", results, "--out", report).out().strip())
                .isEqualTo(report.toString());
        assertThat(report).content().contains("<html", "salient4j reproduce vanishing-saliency");
    }

    @Test
    void should_fail_where_a_cell_fails() {
        Path results = folder.resolve("results");
        // With this step size every training diverges in its first epoch.
        Cli run =
                Cli.run(
                        TinyData.join(
                                experiment(results),
                                "--set",
                                "options.updater=sgd",
                                "--set",
                                "options.clipNorm=0",
                                "--set",
                                "options.learningRate=1e300"));
        assertThat(run.code()).isEqualTo(ErrorLine.FAILED);
        assertThat(run.err()).contains("training diverged", "9 of 9 cells failed");
        assertThat(run.out()).contains("9 of 9 trainings have no result", "report   ");
    }

    private static Object[] training(Path data, Path model) {
        return new Object[] {
            "train",
            "--data",
            data,
            "--network",
            "lstm",
            "--training",
            "saliency-guided",
            "--epochs",
            60,
            "--batch-size",
            10,
            "--seed",
            7,
            "--out",
            model
        };
    }

    private static Object[] experiment(Path results) {
        return new Object[] {
            "reproduce",
            "vanishing-saliency",
            "--preset",
            "quick",
            "--networks",
            "lstm",
            "--seeds",
            1,
            "--set",
            "train=30",
            "--set",
            "validation=10",
            "--set",
            "test=5",
            "--set",
            "hidden=3",
            "--set",
            "options.epochs=1",
            "--threads",
            1,
            "--out",
            results
        };
    }

    private static Map<String, List<Integer>> parameters(Path model) {
        Map<String, List<Integer>> parameters = new TreeMap<>();
        Checkpoint.load(model)
                .parameters()
                .snapshot()
                .forEach((name, array) -> parameters.put(name, bits(array)));
        return parameters;
    }

    private static List<Integer> bits(INDArray array) {
        List<Integer> bits = new ArrayList<>();
        for (float value : HostArray.floats(array)) {
            bits.add(Float.floatToIntBits(value));
        }
        return bits;
    }

    private static Iterable<String> documents(Path model) throws IOException {
        try (NpzArchive archive = NpzArchive.open(model)) {
            return archive.documents();
        }
    }

    /** Finished cells and when they were written. */
    private static Map<String, FileTime> cells(Path results) throws IOException {
        Map<String, FileTime> cells = new TreeMap<>();
        Path folder = results.resolve("cells");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    if (name.matches("[0-9a-f]{64}\\.json")) {
                        cells.put(name, Files.getLastModifiedTime(file));
                    }
                }
            }
        }
        return cells;
    }

    private static void killWhen(Process process, Callable<Boolean> condition) throws Exception {
        try {
            while (!condition.call()) {
                if (!process.isAlive()) {
                    throw new AssertionError(
                            "ended before it could be killed: "
                                    + new String(
                                            process.getInputStream().readAllBytes(),
                                            StandardCharsets.UTF_8));
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
