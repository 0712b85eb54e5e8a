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

/** The bridge as it is called, on a data set of a few samples. */
class BridgeCommandTest {
    @TempDir private Path folder;

    private static Object[] words(Path out, String... more) {
        List<Object> words =
                new ArrayList<>(
                        List.of("benchmark", "bridge", "--quick", "--networks", "tcn", "--seeds"));
        words.addAll(List.of("1", "--datasets", "middle", "--penalties", "0.5"));
        for (String setting :
                List.of(
                        "train=40",
                        "validation=10",
                        "test=4",
                        "gate=0",
                        "options.epochs=1",
                        "methods={\"gradient\":{\"output\":\"margin\",\"absolute\":false}}",
                        "methods.inverted-neuron-gradient={\"cutoff\":1e-6}")) {
            words.addAll(List.of("--set", setting));
        }
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        return words.toArray();
    }

    @Test
    void should_run_to_a_table_and_a_report_and_go_on() throws IOException {
        Path out = folder.resolve("run");
        Path csv = out.resolve("results.csv");
        String both = "standard,saliency-guided-jacobian";
        Cli part = Cli.ok(words(out, "--trainings", both, "--only", "training=standard"));
        assertThat(part.out()).contains("1 of 2 trainings have no result", "results  " + csv);
        assertThat(Files.readAllLines(csv)).hasSize(1 + 2);

        Cli again = Cli.run(words(out, "--trainings", both));
        assertThat(again.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(again.err()).contains("add --resume");
        Cli whole = Cli.ok(words(out, "--trainings", both, "--resume"));

        assertThat(whole.out()).contains("guided + Jacobian").doesNotContain("have no result");
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(1 + 2 * 2);
        assertThat(rows.get(1)).startsWith("middle,gaussian,tcn,standard,0.0,0.0,1,");
        assertThat(rows.get(3)).startsWith("middle,gaussian,tcn,saliency-guided-jacobian,0.");
        assertThat(out.resolve("report.html"))
                .content()
                .contains("All 2 trainings count.", "undecided (fewer than 3 pairs)");
        String before = Files.readString(csv);
        Cli.ok(words(out, "--trainings", both, "--resume"));
        assertThat(csv).hasContent(before);
        Path html = folder.resolve("again.html");
        Cli.ok("report", out, "--out", html);
        assertThat(html).content().contains("All 2 trainings count.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trainings guided | standard, saliency-guided, jacobian, saliency-guided-jacobian",
                "--trainings standard,standard | a training is named twice in",
                "--penalties 0 | penalties must be above 0, found 0.0",
                "--penalties 0.1,0.1 | a penalty is named twice in [0.1, 0.1]",
                "--penalties x | 'x' is not a",
                "--networks tcnn | 'tcnn'",
                "--networks mlp-encoder | network 'mlp-encoder' cannot read the series of 'middle': it is"
                        + " no classifier of series; there are lstm, lstm-input-cell,",
                "--networks mnist-cnn --trainings standard | no classifier of series",
                "--datasets midle | 'midle'",
                "--seeds 0 | seeds must be at least 1, was 0",
                "--first-seed 0 | firstSeed must be at least 1, was 0",
                "--preset quik | 'quik'",
                "--set rampFrom=2 | rampFrom must be in [0, 1], was 2.0",
                "--only training=guided | unknown training 'guided'",
            })
    void should_refuse_in_one_line(String words, String message) {
        Path out = folder.resolve("run");
        String asked = "benchmark bridge --quick " + words + " --out " + out;
        Cli run = Cli.run((Object[]) asked.split(" "));
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(run.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(Files.exists(out)).isFalse();
    }
}
