package org.salient4j.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A run of the program in this process.
 *
 * @param code its exit code
 * @param out what it printed as results
 * @param err everything else it printed
 */
record Cli(int code, String out, String err) {

    static Cli run(Object... words) {
        List<String> args = Arrays.stream(words).map(String::valueOf).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = Main.run(args, new Streams(outStream, errStream, false));
        }
        return new Cli(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A run that must succeed. */
    static Cli ok(Object... words) {
        Cli run = run(words);
        if (run.code != 0) {
            throw new AssertionError(Arrays.toString(words) + " ended with " + run);
        }
        return run;
    }

    /** The program in a process of its own, with everything it prints in one stream. */
    static ProcessBuilder process(Object... words) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of(
                        "-Xmx1g",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        Arrays.stream(words).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        return builder;
    }
}
