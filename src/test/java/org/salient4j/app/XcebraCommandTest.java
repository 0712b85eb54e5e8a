package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The xCEBRA experiment as it is called, on recordings of a few samples. */
class XcebraCommandTest {

    private static final String COLUMNS =
            "data,mode,lambda,method,auroc,auroc_rows,auroc_row_normalised,r2,train_seconds,";

    @TempDir private Path folder;

    private static Object[] words(Path out, String... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of("reproduce", "xcebra", "--quick", "--trainings", "untrained"));
        for (String setting :
                List.of(
                        "samples=100",
                        "explained=10",
                        "integralSteps=3",
                        "permutations=1",
                        "resamples=100",
                        "shuffles=19",
                        "steps=2",
                        "reportEvery=2",
                        "batchSize=8")) {
            words.addAll(List.of("--set", setting));
        }
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        return words.toArray();
    }

    @Test
    void should_run_to_a_table_and_a_report_and_go_on() throws IOException {
        Path out = folder.resolve("run");
        Cli run = Cli.ok(words(out, "--seeds", "1"));
        Path csv = out.resolve("xcebra.csv");
        assertThat(run.out())
                .contains("untrained, 1 recording", "R\u00b2 of the latents", "results  " + csv)
                .contains("claim: the penalty raises", "not measured: needs contrastive encoders");
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(1 + 8);
        assertThat(rows.get(0)).startsWith(COLUMNS);
        assertThat(rows.get(1)).startsWith("drawn-1,untrained,0,inverted-neuron-gradient,0.");
        assertThat(rows.get(8)).startsWith("drawn-1,untrained,0,linear-regression,0.");
        assertThat(Files.exists(out.resolve("results.csv"))).isFalse();
        assertThat(out.resolve("report.html"))
                .content()
                .contains("1 of 1 trainings: 1 recording", "Linear regression");
        String before = Files.readString(csv);
        Cli.ok(words(out, "--seeds", "1", "--resume"));
        assertThat(csv).hasContent(before);
        Path again = folder.resolve("again.html");
        Cli.ok("report", out, "--out", again);
        assertThat(again).content().contains("Linear regression");
    }

    @Test
    void should_read_recordings_from_files() throws IOException {
        StringBuilder text = new StringBuilder("z0,z1,x0,x1,x2,x3\n");
        for (int t = 0; t < 120; t++) {
            double first = Math.sin(0.31 * t);
            double second = Math.cos(0.17 * t);
            text.append(
                    "%s,%s,%s,%s,%s,%s\n"
                            .formatted(
                                    first,
                                    second,
                                    first,
                                    -2 * first,
                                    first + second,
                                    second - first));
        }
        Path file = Files.writeString(folder.resolve("mine.csv"), text);
        Path out = folder.resolve("run");
        Cli.ok(words(out, "--reference", file.toString()));
        List<String> rows = Files.readAllLines(out.resolve("xcebra.csv"));
        assertThat(rows).hasSize(1 + 8);
        assertThat(rows.subList(1, 9)).allMatch(row -> row.startsWith("mine,untrained,0,"));
        assertThat(out.resolve("report.html")).content().contains("SHA-256");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 2 --reference a.csv | --seeds says how many recordings are drawn, --reference",
                "--reference missing.csv | cannot read missing.csv: no such file",
                "--reference a/x.csv,b/x.csv | references must have different names, were [x, x]",
                "--lambdas 0.1,0 | lambdas must rise, were [0.1, 0.0]",
                "--lambdas -1 | lambdas must be at least 0",
                "--trainings supervized | must be one of contrastive, supervised, untrained",
                "--quick --set stepps=3 | 'stepps'",
                "--quick --set explained=1 | explained must be at least 2, was 1",
                "--only training=guided | unknown training 'guided'",
                "--seeds 0 | seeds must be at least 1, was 0",
            })
    void should_refuse_in_one_line(String words, String message) {
        Path out = folder.resolve("run");
        Cli run = Cli.run((Object[]) ("reproduce xcebra " + words + " --out " + out).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(Files.exists(out)).isFalse();
    }
}
