package org.salient4j.app;

import org.salient4j.framework.InvalidInputException;
import picocli.CommandLine.Command;

/** Runs a benchmark of trainings, methods and metrics. */
@Command(
        name = "benchmark",
        description = "Train, explain and score a whole grid of networks and data sets.",
        synopsisSubcommandLabel = "BENCHMARK",
        commandListHeading = "%nBenchmarks:%n",
        subcommands = {TimeSeriesCommand.class, BridgeCommand.class, ImagesCommand.class},
        footer = {
            "  salient4j benchmark time-series --quick --out runs/quick",
            "  salient4j benchmark bridge --quick --out runs/bridge",
            "  salient4j benchmark images --quick --data generated-shapes --out runs/shapes",
            "  salient4j benchmark time-series --help"
        })
final class BenchmarkCommand extends LibraryCommand {

    @Override
    public Integer call() {
        throw new InvalidInputException(
                "a benchmark is needed, such as 'salient4j benchmark time-series'");
    }
}
