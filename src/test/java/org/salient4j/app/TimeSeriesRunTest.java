package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time-series benchmark as it is called, on data sets of a few samples. */
class TimeSeriesRunTest {
    private static final List<String> SMALL =
            List.of(
                    "benchmark",
                    "time-series",
                    "--quick",
                    "--set",
                    "train=40",
                    "--set",
                    "validation=10",
                    "--set",
                    "test=6",
                    "--set",
                    "options.epochs=1",
                    "--set",
                    "methods.deep-shap.pool=uniform:2",
                    "--set",
                    "gate=0");

    @TempDir private Path folder;

    private Object[] words(Path out, String... more) {
        List<Object> words = new ArrayList<>(SMALL);
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        return words.toArray();
    }

    @Test
    void should_run_a_part_of_the_quick_grid_and_show_the_rest_as_missing() throws IOException {
        Path out = folder.resolve("quick");
        Cli run = Cli.ok(words(out, "--only", "network=tcn", "--only", "dataset=middle"));
        assertThat(run.out()).contains("results  " + out.resolve("results.csv"));
        List<String> rows = Files.readAllLines(out.resolve("results.csv"));
        // Two trainings by six methods, and the header.
        assertThat(rows).hasSize(1 + 2 * 6);
        assertThat(rows.subList(1, 13)).allMatch(row -> row.contains("middle"));
        assertThat(out.resolve("report.html"))
                .content()
                .contains("2 of 16 trainings count.", "14 not run");
        Cli compared = Cli.ok("compare", out, "--paper");
        assertThat(compared.out())
                .contains("Protocol: preset quick", "cannot be judged with one seed", "paper 8-11");
    }

    @Test
    void should_give_the_same_bytes_on_spark() throws IOException {
        Path local = folder.resolve("local");
        Path spark = folder.resolve("spark");
        Cli.ok(words(local, "--networks", "tcn", "--datasets", "middle"));
        Cli.ok(
                words(
                        spark,
                        "--networks",
                        "tcn",
                        "--datasets",
                        "middle",
                        "--executor",
                        "spark",
                        "--master",
                        "local[2]"));
        assertThat(Files.readString(spark.resolve("results.csv")))
                .isEqualTo(Files.readString(local.resolve("results.csv")));
        try (var files = Files.list(spark.resolve("cells"))) {
            assertThat(files).hasSize(2);
        }
    }
}
