package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.FileWriteException;

class ErrorLineTest {

    private record Case(Throwable error, int code, String line) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(new InvalidInputException("a\n  b"), 2, "salient4j: a b"),
                new Case(new IllegalArgumentException("k was 2"), 2, "salient4j: k was 2"),
                new Case(
                        new FileWriteException("cannot write a: full", new IOException()),
                        1,
                        "salient4j: cannot write a: full"),
                new Case(new CancellationException("interrupted"), 130, "salient4j: interrupted"),
                new Case(
                        new IllegalStateException("odd"),
                        1,
                        "salient4j: unexpected IllegalStateException: odd (--stacktrace shows where)"),
                new Case(
                        new NullPointerException(),
                        1,
                        "salient4j: unexpected NullPointerException (--stacktrace shows where)"),
                new Case(
                        new OutOfMemoryError("Java heap space"),
                        1,
                        "salient4j: out of memory (Java heap space): give it more, such as"
                                + " SALIENT4J_OPTS=-Xmx6g, or fewer samples"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_be_one_line_with_an_exit_code(Case given) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            Salient4jCommand root =
                    new Salient4jCommand(List.of(), new Streams(stream, stream, false));
            assertThat(new ErrorLine(root).report(given.error())).isEqualTo(given.code());
        }
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(given.line());
    }

    /** The operating system refuses the rest of the file, as it does on a full disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void should_leave_nothing_of_a_file_that_does_not_fit(@TempDir Path folder) throws Exception {
        Path data = TinyData.generate(folder, "--validation", 300);
        Path model = TinyData.model(folder, data);
        Path out = folder.resolve("a.npy");
        ProcessBuilder program =
                Cli.process(
                        "explain",
                        "--model",
                        model,
                        "--input",
                        data.resolve("validation/x.npy"),
                        "--method",
                        "gradient",
                        "--out",
                        out);
        String words =
                String.join(" ", program.command().stream().map(word -> "'" + word + "'").toList());
        program.command("bash", "-c", "ulimit -f 64; exec " + words);
        Process process = program.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(ErrorLine.FAILED);
        assertThat(said.lines()).hasSize(1);
        assertThat(said).startsWith("salient4j: cannot write " + out + ": ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "model.npz");
        }
    }
}
