package org.salient4j.app;

import java.nio.file.Path;
import java.util.List;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.GridExecutor;
import org.salient4j.benchmarks.grid.LocalGridExecutor;
import org.salient4j.benchmarks.grid.spark.SparkGridExecutor;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.ReproductionOutcome;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.progress.Progress;
import picocli.CommandLine.Option;

/** What the commands that run an experiment share. */
abstract class ExperimentCommand extends LibraryCommand {

    private static final String LOCAL = "local";
    private static final String SPARK = "spark";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Cells computed at once (default: the processors there are).")
    private Integer threads;

    @Option(
            names = "--executor",
            defaultValue = LOCAL,
            paramLabel = "NAME",
            description =
                    "Where cells are computed: local, in threads of this process, or spark, on Apache"
                            + " Spark (default: ${DEFAULT-VALUE}).")
    private String executor;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "The master of Spark: local[N], or spark://HOST:PORT for a cluster (default:"
                            + " local[*], every processor of this machine).")
    private String master;

    /** Runs the experiment, prints its table and where everything is. */
    Integer reproduce(Reproduction<?, ?> reproduction, Path directory, boolean resume) {
        GridExecutor chosen = executor();
        ReproductionOutcome outcome;
        try (Progress progress = streams().progress()) {
            outcome = reproduction.run(directory, resume, chosen, progress);
        }
        outcome.grid().setAside().forEach(this::remark);
        for (CellFailure failure : outcome.grid().failures()) {
            remark(failure.summary());
        }
        outcome.table().forEach(this::print);
        print("");
        print("results  " + outcome.csv());
        print("report   " + outcome.html());
        if (!outcome.grid().failures().isEmpty()) {
            remark(
                    "salient4j: %d of %d cells failed; run again with --resume to try them again"
                            .formatted(outcome.grid().failures().size(), outcome.grid().cells()));
            return ErrorLine.FAILED;
        }
        return DONE;
    }

    /** What an option says, or the usual where it was not given. */
    static <T> T given(T option, T usual) {
        return option == null ? usual : option;
    }

    private GridExecutor executor() {
        switch (executor) {
            case LOCAL:
                if (master != null) {
                    throw new InvalidInputException("--master needs --executor spark");
                }
                return new LocalGridExecutor(
                        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                        commandLine());
            case SPARK:
                if (threads != null) {
                    throw new InvalidInputException(
                            "--threads is for --executor local: give Spark's threads as --master"
                                    + " local["
                                    + threads
                                    + "]");
                }
                SparkGridExecutor spark =
                        master == null
                                ? new SparkGridExecutor(commandLine())
                                : new SparkGridExecutor(master, commandLine());
                spark.requireMaster();
                return spark;
            default:
                throw NearestName.unknown("executor", executor, List.of(LOCAL, SPARK));
        }
    }
}
