package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.LocalGridExecutor;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.ReproductionOutcome;
import org.salient4j.framework.progress.Progress;
import picocli.CommandLine.Option;

/** What the commands that run an experiment share. */
abstract class ExperimentCommand extends LibraryCommand {

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Cells computed at once (default: the processors there are).")
    private Integer threads;

    /** Runs the experiment, prints its table and where everything is. */
    Integer reproduce(Reproduction<?, ?> reproduction, Path directory, boolean resume) {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        LocalGridExecutor executor = new LocalGridExecutor(workers, commandLine());
        ReproductionOutcome outcome;
        try (Progress progress = streams().progress()) {
            outcome = reproduction.run(directory, resume, executor, progress);
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
}
