package org.salient4j.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.salient4j.benchmarks.grid.spark.SparkStoppedException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.fetch.FetchFailedException;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.training.DivergedTrainingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line, and turns it into an exit code. */
final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {
    /** Something failed that was asked for rightly. */
    static final int FAILED = 1;

    /** The command line or what it names cannot be used. */
    static final int BAD_INPUT = 2;

    /** The run was interrupted. */
    static final int INTERRUPTED = 130;

    private final Salient4jCommand root;

    ErrorLine(Salient4jCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String message = e.getMessage();
        List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
        // A misspelt option also makes the right one missing: the slip is the thing to say.
        if (e instanceof UnmatchedArgumentException
                || e instanceof MissingParameterException && !unmatched.isEmpty()) {
            message = unmatched(unmatched.get(0), command);
        }
        return print(message + " (see '" + command.qualifiedName() + " --help')", e, BAD_INPUT);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        return report(e);
    }

    /** Prints the line and gives the exit code. */
    int report(Throwable e) {
        if (e instanceof CancellationException) {
            return print(e.getMessage(), e, INTERRUPTED);
        }
        if (e instanceof DivergedTrainingException
                || e instanceof FetchFailedException
                || e instanceof FileWriteException
                || e instanceof SparkStoppedException) {
            return print(e.getMessage(), e, FAILED);
        }
        if (e instanceof IllegalArgumentException && e.getMessage() != null) {
            return print(e.getMessage(), e, BAD_INPUT);
        }
        if (e instanceof OutOfMemoryError) {
            String advice = ": give it more, such as SALIENT4J_OPTS=-Xmx6g, or fewer samples";
            return print("out of memory (" + e.getMessage() + ")" + advice, e, FAILED);
        }
        String name = e.getClass().getSimpleName();
        String what = e.getMessage() == null ? name : name + ": " + e.getMessage();
        return print("unexpected " + what + " (--stacktrace shows where)", e, FAILED);
    }

    private int print(String message, Throwable e, int code) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        root.streams().err().println("salient4j: " + line);
        if (root.stackTrace()) {
            e.printStackTrace(root.streams().err());
        }
        return code;
    }

    private static String unmatched(String word, CommandSpec command) {
        if (word.startsWith("-")) {
            String name = word.split("=", 2)[0];
            List<String> options = new ArrayList<>(command.optionsMap().keySet());
            return "unknown option '" + name + "'" + suggestion(name, options);
        }
        if (command.subcommands().isEmpty()) {
            return "unexpected argument '" + word + "': " + command.name() + " takes options only";
        }
        List<String> commands = new ArrayList<>(command.subcommands().keySet());
        return NearestName.unknown("command", word.toLowerCase(Locale.ROOT), commands).getMessage();
    }

    private static String suggestion(String name, List<String> known) {
        return NearestName.of(name, known).map(n -> ": did you mean '" + n + "'?").orElse("");
    }
}
