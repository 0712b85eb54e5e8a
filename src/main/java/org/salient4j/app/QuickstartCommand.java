package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.benchmarks.report.Reproduction;
import org.salient4j.benchmarks.report.vanishing.VanishingReport;
import org.salient4j.benchmarks.vanishing.VanishingSaliency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The first thing to run. */
@Command(
        name = "quickstart",
        description = {
            "Run the vanishing-saliency experiment in its small form, within minutes.",
            "",
            "Nine LSTMs: a box early, in the middle or late in time, trained in the standard way or",
            "saliency guided. Ends with the path of a report to open in a browser. Run again, it goes",
            "on where it was stopped and computes nothing twice."
        },
        footer = {"  salient4j quickstart", "  salient4j quickstart --out first-look --threads 4"})
final class QuickstartCommand extends ExperimentCommand {

    @Option(
            names = "--out",
            defaultValue = "runs/quickstart",
            paramLabel = "DIR",
            description = "The folder of results (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Override
    public Integer call() {
        return reproduce(
                new Reproduction<>(VanishingSaliency.quick(), new VanishingReport()), out, true);
    }
}
