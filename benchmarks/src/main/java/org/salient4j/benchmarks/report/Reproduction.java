package org.salient4j.benchmarks.report;

import java.nio.file.Files;
import java.nio.file.Path;
import org.salient4j.benchmarks.grid.CellSelection;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.GridExecutor;
import org.salient4j.benchmarks.grid.GridOutcome;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.progress.Progress;

/**
 * An experiment from nothing to its report: computes what is missing in a folder of results and
 * writes the table of results and {@code report.html} there.
 *
 * @param experiment what to compute
 * @param selection which of its cells to compute; the report shows the others as missing
 * @param report how it is reported
 * @param <C> a cell
 * @param <R> a result
 */
public record Reproduction<C extends Record, R>(
        Experiment<C, R> experiment, CellSelection selection, ExperimentReport<C, R> report) {

    /** With all cells. */
    public Reproduction(Experiment<C, R> experiment, ExperimentReport<C, R> report) {
        this(experiment, CellSelection.all(), report);
    }

    /**
     * Runs it. Finished cells are kept whatever happens.
     *
     * @param directory the folder of results
     * @param resume whether results that are there may be kept and completed
     * @param executor what computes
     * @param progress hears of every finished cell
     * @throws InvalidInputException if the folder holds another experiment or settings, or results
     *     of this one without {@code resume}
     * @throws org.salient4j.framework.io.FileWriteException if a file cannot be written
     * @throws java.util.concurrent.CancellationException if the calling thread was interrupted
     */
    public ReproductionOutcome run(
            Path directory, boolean resume, GridExecutor executor, Progress progress) {
        Experiment<C, R> selected = selection.of(experiment);
        selected.cells(); // What they are made of may be missing: said before a folder is made.
        boolean before = Files.exists(directory.resolve("experiment.json"));
        ResultStore<C, R> store = ResultStore.open(directory, experiment);
        if (before && !resume) {
            throw new InvalidInputException(
                    directory
                            + " holds results of this experiment already: add --resume to keep them"
                            + " and go on, or choose another folder");
        }
        GridOutcome<C, R> outcome =
                executor.run(selected, ResultStore.open(directory, selected), progress);
        ReportedRun<C, R> run = ReportedRun.of(experiment, store);
        Path csv = directory.resolve(report.csvName());
        Path html = directory.resolve("report.html");
        AtomicFile.write(csv, report.csv(run));
        ReportWriter.write(html, report.page(run));
        return new ReproductionOutcome(outcome, report.lines(run), csv, html);
    }
}
