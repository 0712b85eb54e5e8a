package org.salient4j.app;

import org.salient4j.benchmarks.language.LanguageTraining;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.benchmarks.xcebra.EncoderTraining;
import org.salient4j.framework.io.Json;
import org.salient4j.synthetic.Scaling;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;

/** The program. */
public final class Main {
    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), new Streams(System.out, System.err, isTerminal())));
    }

    /** Runs the program in this process. */
    static int run(List<String> args, Streams streams) {
        Salient4jCommand root = new Salient4jCommand(args, streams);
        CommandLine line = new CommandLine(root);
        ErrorLine errors = new ErrorLine(root);
        line.setOut(writer(streams.out()));
        line.setErr(writer(streams.err()));
        line.setUsageHelpWidth(HELP_WIDTH);
        // '@' marks an array file in settings, not a file of arguments.
        line.setExpandAtFiles(false);
        line.registerConverter(Scaling.class, text -> constant(text, Scaling.class));
        line.registerConverter(TrainingKind.class, text -> constant(text, TrainingKind.class));
        line.registerConverter(
                EncoderTraining.class, text -> constant(text, EncoderTraining.class));
        line.registerConverter(
                LanguageTraining.class, text -> constant(text, LanguageTraining.class));
        line.setParameterExceptionHandler(errors);
        line.setExecutionExceptionHandler(errors);
        try {
            return line.execute(args.toArray(String[]::new));
        } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
            return errors.report(e);
        }
    }

    private static <T extends Enum<T>> T constant(String text, Class<T> type) {
        try {
            return Json.convert(Json.tree(text), type, "it");
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, Charset.defaultCharset());
    }

    /** Java 17 has a console only where all streams are terminals; later ones have to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
