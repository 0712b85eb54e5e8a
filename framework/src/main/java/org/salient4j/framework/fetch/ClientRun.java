package org.salient4j.framework.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.salient4j.framework.io.AtomicFile;

/**
 * A client at work: started with plain words, never through a shell, and ended with this process.
 *
 * @param code its exit code
 * @param complaint the first line of its output that tells of an error, or the last there is; empty
 *     if it said nothing
 */
record ClientRun(int code, String complaint) {
    private static final long TICK_MILLIS = 200;
    private static final int LONGEST = 300;
    private static final Pattern ERROR = Pattern.compile("^(npm error|npm ERR!|ERROR:|E:) ?(.*)");

    /**
     * Runs it to its end.
     *
     * @param command the program and its words
     * @param folder where it is started
     * @param environment what differs from this process's environment
     * @param log where its output goes
     * @param tick called several times a second while it runs
     * @throws CancellationException if this thread is interrupted; the client is then stopped
     * @throws FetchFailedException if it cannot be started
     */
    static ClientRun of(
            List<String> command,
            Path folder,
            Map<String, String> environment,
            Path log,
            Runnable tick) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
            // Nobody answers its questions.
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new FetchFailedException(
                    "cannot start %s: %s".formatted(command.get(0), AtomicFile.reason(e)), e);
        }
        Thread stopper = new Thread(() -> stop(process), "stop-client");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                tick.run();
            }
            return new ClientRun(process.exitValue(), complaint(log));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while " + command.get(0) + " ran");
        } finally {
            stop(process);
            forget(stopper);
        }
    }

    private static void stop(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void forget(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has run or will.
            return;
        }
    }

    private static String complaint(Path log) {
        try {
            List<String> lines =
                    Files.readString(log, Charset.defaultCharset())
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
            String telling =
                    lines.stream()
                            .filter(line -> ERROR.matcher(line).matches())
                            .findFirst()
                            .orElse(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
            return telling.length() <= LONGEST ? telling : telling.substring(0, LONGEST) + "…";
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
