package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salient4j.app.extending.LearningRates;
import org.salient4j.benchmarks.grid.LocalGridExecutor;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.framework.progress.Progress;

/** Members added from outside do everything that the library's own do. */
class ExtendingTest {

    @ParameterizedTest
    @CsvSource({
        "datasets, corner",
        "networks, mean-over-time",
        "methods, input-times-gradient",
        "metrics, best-outside"
    })
    void should_list_what_was_added(String family, String name) {
        assertThat(Cli.ok("list", family).out()).contains(name);
    }

    /** One cell of the benchmark uses all four. */
    @Test
    void should_benchmark_what_was_added(@TempDir Path folder) throws IOException {
        Cli.ok(
                "benchmark",
                "time-series",
                "--preset",
                "quick",
                "--datasets",
                "corner",
                "--networks",
                "mean-over-time",
                "--seeds",
                "1",
                "--trainings",
                "standard",
                "--set",
                "train=600",
                "--set",
                "options.learningRate=0.01",
                "--set",
                "test=20",
                "--set",
                "options.epochs=40",
                "--set",
                "methods={\"input-times-gradient\":{\"output\":\"margin\"}}",
                "--out",
                folder.resolve("run"));
        List<String> rows = Files.readAllLines(folder.resolve("run/results.csv"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains(",best_outside,");
        assertThat(rows.get(1))
                .startsWith("corner,gaussian,mean-over-time,standard,0.0,1,")
                .contains(",true,40,")
                .contains("input-times-gradient");
    }

    @Test
    void should_run_an_experiment_that_was_added(@TempDir Path folder) {
        LearningRates experiment = new LearningRates();
        ResultStore<LearningRates.Cell, LearningRates.Result> store =
                ResultStore.open(folder, experiment);
        assertThat(new LocalGridExecutor(1).run(experiment, store, Progress.silent()).failures())
                .isEmpty();
        assertThat(store.completed()).hasSize(2);
    }

    /** What a page shows is what is tested here. */
    @ParameterizedTest
    @CsvSource({
        "dataset, Corner",
        "network, MeanOverTime",
        "method, InputTimesGradient",
        "metric, BestOutside",
        "experiment, LearningRates"
    })
    void should_show_the_code_that_is_tested(String page, String type) throws IOException {
        String text = Files.readString(Path.of("site/extending", page + ".md"));
        String source =
                Files.readString(Path.of("test/java/org/salient4j/app/extending", type + ".java"));
        Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(block.find()).isTrue();
        assertThat(source).endsWith(block.group(1));
        assertThat(text).contains("META-INF/services/" + service(type));
    }

    private static String service(String type) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test/resources/META-INF/services"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file).strip().endsWith("." + type)) {
                    return file.getFileName().toString();
                }
            }
        }
        throw new AssertionError(type + " is not registered");
    }
}
