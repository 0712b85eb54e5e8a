package org.salient4j.benchmarks.report;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.registry.Registry;

/** The registered reports. */
public final class ExperimentReports {

    private ExperimentReports() {}

    /** The reports, by the names of their experiments. */
    // A class literal knows no type arguments; what a report is of is its own matter.
    @SuppressWarnings("rawtypes")
    public static Registry<ExperimentReport> registry() {
        return Registry.of(
                ExperimentReport.class, "report of the experiment", ExperimentReport::name);
    }

    /**
     * Reads a folder of results and makes the page of the experiment that its card names. Changes
     * nothing in the folder.
     *
     * @param directory the folder
     * @param remarks hears one line for every damaged result file, which counts as missing
     * @throws InvalidInputException if the folder holds no results, or there is no report of them
     */
    public static Page page(Path directory, Consumer<String> remarks) {
        ExperimentReport<?, ?> report = registry().get(ExperimentCard.read(directory).experiment());
        return report.page(directory, remarks);
    }
}
