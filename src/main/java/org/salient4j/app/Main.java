package org.salient4j.app;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.salient4j.benchmarks.images.PixelReplacement;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** The program. */
public final class Main {
    private static final int HELP_WIDTH = 100;

    private static final String BACKEND = "salient4j.backend";
    private static final String FAST = "fast";

    private Main() {}

    /** Runs the program and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(List.of(args), new Streams(System.out, System.err, isTerminal())));
    }

    /** Runs the program in this process. */
    static int run(List<String> args, Streams streams) {
        Salient4jCommand root = new Salient4jCommand(args, streams);
        CommandLine line = line(root);
        ErrorLine errors = new ErrorLine(root);
        line.setOut(writer(streams.out()));
        line.setErr(writer(streams.err()));
        line.setParameterExceptionHandler(errors);
        line.setExecutionExceptionHandler(errors);
        try {
            requireBackend(System.getProperty(BACKEND, FAST));
            return line.execute(args.toArray(String[]::new));
        } catch (InvalidInputException | LinkageError | OutOfMemoryError | StackOverflowError e) {
            return errors.report(e);
        }
    }

    /** ND4J only warns of a backend that cannot be chosen, and takes its own. */
    static void requireBackend(String backend) {
        if (!List.of(FAST, "stock").contains(backend)) {
            throw new InvalidInputException(
                    BACKEND + " must be fast or stock, was '" + backend + "'");
        }
    }

    /** The commands and how their words are read. */
    static CommandLine line(Salient4jCommand root) {
        CommandLine line = new CommandLine(root);
        line.setUsageHelpWidth(HELP_WIDTH);
        // '@' marks an array file in settings, not a file of arguments.
        line.setExpandAtFiles(false);
        enums(line).forEach(type -> registerEnum(line, type));
        line.registerConverter(PixelReplacement.class, PixelReplacement::parse);
        return line;
    }

    /** Every enum that an option or parameter of a command takes, alone or in a list. */
    private static Set<Class<?>> enums(CommandLine line) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (ArgSpec arg : line.getCommandSpec().args()) {
            Stream.of(arg.auxiliaryTypes()).filter(Class::isEnum).forEach(types::add);
        }
        line.getSubcommands().values().forEach(command -> types.addAll(enums(command)));
        return types;
    }

    private static <T> void registerEnum(CommandLine line, Class<T> type) {
        line.registerConverter(type, text -> constant(text, type));
    }

    /** By the name that settings and results have for it, as {@code saliency-guided}. */
    private static <T> T constant(String text, Class<T> type) {
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
