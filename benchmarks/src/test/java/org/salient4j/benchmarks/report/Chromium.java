package org.salient4j.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A headless browser of the machine, each run with a profile of its own. */
public final class Chromium {

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser, if the machine has one. */
    public static Optional<Chromium> find(Path folder) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(
                        place ->
                                List.of("chromium", "chromium-browser", "google-chrome").stream()
                                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> new Chromium(found, folder));
    }

    /** The page after its scripts ran. */
    public String dom(Path page, boolean dark) throws IOException, InterruptedException {
        return run(page, dark, "--dump-dom", "--virtual-time-budget=3000");
    }

    /** A picture of the page. */
    public Path screenshot(Path page, int width, int height, boolean dark)
            throws IOException, InterruptedException {
        Path picture = Files.createTempFile(folder, "screen", ".png");
        run(
                page,
                dark,
                "--screenshot=" + picture,
                "--window-size=" + width + "," + height,
                "--hide-scrollbars");
        return picture;
    }

    /** What the page wrote on the console: its script errors, and what its policy forbade. */
    public List<String> console(Path page) throws IOException, InterruptedException {
        return run(
                        page,
                        false,
                        "--dump-dom",
                        "--virtual-time-budget=3000",
                        "--enable-logging=stderr")
                .lines()
                .filter(line -> line.contains(":CONSOLE"))
                .toList();
    }

    private String run(Path page, boolean dark, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu"));
        // A page may look into a frame that shows a file beside it.
        command.add("--allow-file-access-from-files");
        command.add("--user-data-dir=" + Files.createTempDirectory(folder, "profile"));
        command.add("--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile());
        if (command.contains("--enable-logging=stderr")) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IOException("the browser ended with " + process.exitValue());
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
