package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the report of results that are there. */
@Command(
        name = "report",
        description = {
            "Write the report of a folder of results as one HTML file.",
            "",
            "The file needs no network. Results may be unfinished: the report says what is missing.",
            "The folder is only read; a damaged result is named and counts as missing."
        },
        footer = {"  salient4j report runs/vanishing --out report.html"})
final class ReportCommand extends LibraryCommand {

    @Parameters(paramLabel = "DIR", description = "The folder of results.")
    private Path directory;

    @Mixin private OutputFile output;

    @Override
    public Integer call() {
        Path file = output.free();
        ReportWriter.write(file, ExperimentReports.page(directory, this::remark));
        print(file.toString());
        return DONE;
    }
}
