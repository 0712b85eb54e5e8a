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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.io.NpyFile;

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

    private static final String HEAD = "z0,z1,x0,x1,x2,x3";

    private Path recording(String name, String head, int rows, String fifth) throws IOException {
        StringBuilder text = new StringBuilder(head.isEmpty() ? "" : head + "\n");
        int columns = (head.isEmpty() ? fifth : head).split(",").length;
        for (int t = 0; t < rows; t++) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                values.add(Double.toString(Math.sin((column + 1) * 0.31 * t)));
            }
            text.append(t == 4 ? fifth : String.join(",", values)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private void refused(String message, String references, String... more) {
        Path out = folder.resolve("run");
        List<Object> words = new ArrayList<>(List.of("reproduce", "xcebra", "--quick"));
        words.addAll(List.of("--reference", references));
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        Cli run = Cli.run(words.toArray());
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(run.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(Files.exists(out)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x0,x1,x2,x3 | 1,2,3,4 | must have the columns z0, z1, …; it has [x0, x1, x2, x3]",
                "z0,z1 | 1,2 | must have the columns x0, x1, …; it has [z0, z1]",
                "z0,z1,x0,x2 | 1,2,3,4 | must have the columns x0 to x1, has no x1",
                "z0,x0,x1 | 1,2,3 | must have an even number of latents z",
                "z0,z1,x0 | 1,2,3 | must have an even number of neurons x",
                "'' | 1,2,3,4 | first line names the columns z0, z1, … and x0, x1, …",
                "z0,z1,x0,x1 | 1,2,nan,4 | row 6, column x0: expected a finite number, found 'nan'",
                "z0,z1,x0,x1 | 1,2,3,abc | row 6, column x1: expected a finite number, found 'abc'",
                "z0,z1,x0,x1 | 1,2,3 | line 6: expected 4 columns as in line 1, found 3",
            })
    void should_refuse_a_recording_before_anything_is_written(
            String head, String fifth, String message) throws IOException {
        refused(message, recording("r.csv", head, 200, fifth).toString());
    }

    @Test
    void should_refuse_recordings_that_no_encoder_can_be_trained_on() throws IOException {
        String row = "1,2,3,4,5,6";
        Path fine = recording("fine.csv", HEAD, 200, row);
        Path few = recording("few.csv", HEAD, 99, row);
        refused("must have at least 100 rows of numbers, has 99", few.toString());
        refused(
                "batchSize must be at most the 200 samples of " + fine + ", was 201",
                fine.toString(),
                "--set",
                "batchSize=201");
        Path narrow = recording("narrow.csv", "z0,z1,x0,x1", 200, "1,2,3,4");
        refused(
                "%s has 2 latents and 4 neurons, %s has 2 latents and 2 neurons"
                        .formatted(fine, narrow),
                fine + "," + narrow);
        for (String column : List.of("z1", "x2")) {
            List<String> lines = new ArrayList<>(Files.readAllLines(fine));
            int place = List.of(HEAD.split(",")).indexOf(column);
            for (int line = 1; line < lines.size(); line++) {
                String[] fields = lines.get(line).split(",");
                fields[place] = "1.5";
                lines.set(line, String.join(",", fields));
            }
            Path constant = Files.write(folder.resolve("constant.csv"), lines);
            refused("column " + column + " is 1.5 in every row", constant.toString());
        }
    }

    @Test
    void should_refuse_a_recording_without_names() {
        Path file = folder.resolve("r.npy");
        NpyFile.write(file, Nd4j.ones(DataType.DOUBLE, 200, 6));
        refused("must be a .csv file whose first line names the columns", file.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 2 --reference a.csv | --seeds says how many recordings are drawn,"
                        + " --reference",
                "--reference missing.csv | cannot read missing.csv: no such file",
                "--reference a/x.csv,b/x.csv | references must have different names, were [x, x]",
                "--lambdas 0.1,0 | lambdas must rise, were [0.1, 0.0]",
                "--lambdas -1 | lambdas must be at least 0",
                "--trainings supervized | must be one of contrastive, supervised, untrained",
                "--quick --set stepps=3 | 'stepps'",
                "--quick --set explained=1 | explained must be at least 2, was 1",
                "--only training=guided | unknown training 'guided'",
                "--seeds 0 | seeds must be at least 1, was 0",
                "--trainings untrained,untrained | a training is named twice in",
                "--lambdas 0,0 | a lambda is named twice in [0.0, 0.0]",
                "--quick --set batchSize=5000 | batchSize must be at most the 2000 samples of a"
                        + " drawn recording, was 5000",
            })
    void should_refuse_in_one_line(String words, String message) {
        Path out = folder.resolve("run");
        Cli run = Cli.run((Object[]) ("reproduce xcebra " + words + " --out " + out).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().strip()).contains(message).doesNotContain("\n", "java.");
        assertThat(Files.exists(out)).isFalse();
    }
}
