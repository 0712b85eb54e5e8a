package org.salient4j.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.grid.ResultStore;
import org.salient4j.framework.InvalidInputException;

/**
 * How the results of one experiment are reported. Members are found by {@code ServiceLoader}; see
 * {@link ExperimentReports}.
 *
 * @param <C> a cell
 * @param <R> a result
 */
public interface ExperimentReport<C extends Record, R> {

    /** The name of the experiment it reports. */
    String name();

    /**
     * The experiment that was run.
     *
     * @param settings its specification, as the folder of results keeps it
     * @throws org.salient4j.framework.InvalidInputException if they are not settings of it
     */
    Experiment<C, R> experiment(JsonNode settings);

    /** What the experiment asks, in one line. */
    String description();

    /** The results as lines of text, for a terminal. */
    List<String> lines(ReportedRun<C, R> run);

    /** What the file of comma-separated values is called in the folder of results. */
    default String csvName() {
        return "results.csv";
    }

    /** The results as comma-separated values: a header and one row a result. */
    String csv(ReportedRun<C, R> run);

    /** The report of what there is; it says what is missing. */
    Page page(ReportedRun<C, R> run);

    /**
     * The report of a folder of results, which is only read.
     *
     * @param directory the folder
     * @param remarks hears one line for every damaged result file
     * @throws org.salient4j.framework.InvalidInputException if it holds something else
     */
    default Page page(Path directory, Consumer<String> remarks) {
        ReportedRun<C, R> run = read(directory);
        run.damaged().forEach(file -> remarks.accept(file.message()));
        return page(run);
    }

    /**
     * What a folder of results holds.
     *
     * @throws org.salient4j.framework.InvalidInputException if it holds something else
     */
    default ReportedRun<C, R> read(Path directory) {
        ExperimentCard card = ExperimentCard.read(directory);
        Experiment<C, R> experiment;
        try {
            experiment = experiment(card.settings());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(directory + ": " + e.getMessage(), e);
        }
        return ReportedRun.of(experiment, ResultStore.open(directory, experiment));
    }
}
