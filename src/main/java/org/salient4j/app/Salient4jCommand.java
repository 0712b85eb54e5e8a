package org.salient4j.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.salient4j.framework.Provenance;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
        name = "salient4j",
        description = {
            "Saliency guided training and honest measurement of explanations, on time series.",
            "",
            "Arrays go in and out as .npy files, models as archives that numpy.load reads.",
            ""
        },
        mixinStandardHelpOptions = true,
        versionProvider = Salient4jCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            QuickstartCommand.class,
            BenchmarkCommand.class,
            BenchCommand.class,
            ReproduceCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            GenerateCommand.class,
            TrainCommand.class,
            ImportCommand.class,
            PredictCommand.class,
            EmbedCommand.class,
            TransformCommand.class,
            SimulateCommand.class,
            ExplainCommand.class,
            ScoreCommand.class,
            DataCommand.class,
            ListCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed: training diverged, a cell failed, a file could not be written",
            "2:the command line or a file it names cannot be used",
            "130:interrupted"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  salient4j quickstart",
            "  salient4j generate --dataset middle --process gaussian --seed 7 --out data",
            "  salient4j train --data data --network lstm --training saliency-guided \\",
            "      --epochs 100 --seed 7 --out model.npz",
            "  salient4j explain --model model.npz --input data/test/x.npy --target data/test/y.npy \\",
            "      --method integrated-gradients --out a.npy",
            "  salient4j score --attributions a.npy --truth data/test/truth.npy",
            "",
            "Completion for bash and zsh:  source <(salient4j generate-completion)"
        })
final class Salient4jCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from.")
    private boolean stackTrace;

    private final List<String> args;
    private final Streams streams;

    Salient4jCommand(List<String> args, Streams streams) {
        this.args = args;
        this.streams = streams;
    }

    Streams streams() {
        return streams;
    }

    /** Also where the command line could not be read. */
    boolean stackTrace() {
        return stackTrace || args.contains("--stacktrace");
    }

    /** The command line, word by word, for provenance. */
    List<String> commandLine() {
        List<String> words = new ArrayList<>(List.of("salient4j"));
        words.addAll(args);
        return words;
    }

    /** Without a command: what there is, where errors go. */
    @Override
    public Integer call() {
        spec.commandLine().usage(streams.err());
        return ErrorLine.BAD_INPUT;
    }

    /** The versions that results depend on. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"salient4j " + Provenance.version(), "Java " + Runtime.version()};
        }
    }
}
