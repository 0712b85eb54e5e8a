package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image experiments as they are called, on a few drawn images. */
class ImagesCommandTest {

    @TempDir private Path folder;

    private static Object[] words(String command, Path out, String... more) {
        List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
        words.addAll(
                List.of(
                        "--quick",
                        "--data",
                        "generated-shapes",
                        "--train-samples",
                        "32",
                        "--test-samples",
                        "20",
                        "--epochs",
                        "1"));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        return words.toArray();
    }

    @Test
    void should_run_to_a_table_and_a_report_and_go_on() throws IOException {
        Path out = folder.resolve("run");
        String[] small = {
            "--trainings", "standard,saliency-guided",
            "--methods", "gradient",
            "--set", "explained=10",
            "--set", "explainedByAll=5",
            "--set", "shown=2"
        };
        Cli run = Cli.ok(words("benchmark images", out, small));
        assertThat(run.out())
                .contains("generated-shapes, mnist-cnn, 1 seed", "ROC-AUC of the pixels")
                .contains("undecided: ", "results  " + out.resolve("images.csv"));
        List<String> rows = Files.readAllLines(out.resolve("images.csv"));
        assertThat(rows).hasSize(1 + 2 * 2 * 2);
        assertThat(rows.get(1))
                .startsWith("generated-shapes,mnist-cnn,standard,1,gradient,corner,10,");
        assertThat(out.resolve("report.html")).content().contains("Known pixels", "data:image/png");
        String before = Files.readString(out.resolve("images.csv"));
        List<String> resumed = new ArrayList<>(List.of(small));
        resumed.add("--resume");
        Cli.ok(words("benchmark images", out, resumed.toArray(String[]::new)));
        assertThat(out.resolve("images.csv")).hasContent(before);
        Path again = folder.resolve("again.html");
        Cli.ok("report", out, "--out", again);
        assertThat(again).content().contains("Known pixels");
    }

    @Test
    void should_retrain_on_what_is_left() {
        Path out = folder.resolve("roar");
        Cli run =
                Cli.ok(
                        words(
                                "reproduce figure-4",
                                out,
                                "--methods",
                                "gradient",
                                "--levels",
                                "0,5"));
        assertThat(run.out())
                .contains("standard, gradient, kept, corner pixel (IID)")
                .contains("standard, gradient, retrained (ROAR)");
        assertThat(out.resolve("roar.csv")).content().contains(",50,", ",retrained,");
    }

    @Test
    void should_say_what_is_wrong_in_one_line_and_make_no_folder() {
        Path out = folder.resolve("none");
        assertRefused("figure-4 --data " + folder.resolve("missing"), out, "is no folder or file");
        assertRefused("figure-4 --levels 5,2", out, "levels must rise, were [5, 2]");
        assertRefused("figure-4 --replacement black", out, "a replacement must be corner, mean");
        assertRefused("mnist --trainings guided", out, "standard");
        assertRefused("mnist --quick --preset paper", out, "--quick is the preset quick");
        assertThat(Files.exists(out)).isFalse();
    }

    private static void assertRefused(String command, Path out, String message) {
        List<Object> words = new ArrayList<>(List.of("reproduce"));
        words.addAll(List.of((Object[]) command.split(" ")));
        words.addAll(List.of("--out", out));
        Cli run = Cli.run(words.toArray());
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }

    /** The list of commands shows the first line of each description. */
    @Test
    void should_list_the_experiments_by_whole_sentences() {
        for (String command : List.of("reproduce --help", "data --help")) {
            String help = Cli.ok((Object[]) command.split(" ")).out();
            Matcher listed =
                    Pattern.compile("(?s)(Experiments|Commands):\n(.*?)\n\n").matcher(help);
            assertThat(listed.find()).isTrue();
            assertThat(listed.group(2).split("\n(?=  \\S)"))
                    .allSatisfy(line -> assertThat(line.strip()).matches("(?s).*[.?]"));
        }
    }

    @Test
    void should_say_what_to_run_where_digits_were_not_fetched()
            throws IOException, InterruptedException {
        Path out = folder.resolve("run");
        ProcessBuilder builder = Cli.process("reproduce", "mnist", "--quick", "--out", out);
        builder.environment().put("SALIENT4J_CACHE", folder.resolve("cache").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(text)
                .contains("mnist is not in the cache", "run 'salient4j data fetch mnist' first")
                .contains("benchmark images --data generated-shapes");
        assertThat(Files.exists(out)).isFalse();
    }
}
