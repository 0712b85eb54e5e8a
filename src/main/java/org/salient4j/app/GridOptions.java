package org.salient4j.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.benchmarks.grid.CellSelection;
import picocli.CommandLine.Option;

/** Which cells of an experiment are computed, with what changed, and where they are kept. */
final class GridOptions {

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many seeds, 1 to N (default: 5, unless told otherwise above).")
    private Integer seeds;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "Something other than the preset has it, such as train=500, options.epochs=50 or"
                            + " steps=400; several are possible, an unknown name lists those there"
                            + " are.")
    private final Map<String, String> changes = new LinkedHashMap<>();

    @Option(
            names = "--only",
            paramLabel = "NAME=VALUE",
            description =
                    "Compute only such cells now, as in network=tcn,lstm or seed=1; the others are"
                            + " shown as missing until a later run with --resume.")
    private final List<String> only = new ArrayList<>();

    @Option(
            names = "--resume",
            description = "Keep the results that are in DIR and compute the rest.")
    private boolean resume;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description =
                    "The folder of results; their table as CSV and report.html are written there.")
    private Path out;

    /** The number that was asked for, or the usual one. */
    int seeds(int usual) {
        return seeds == null ? usual : seeds;
    }

    /** Whether a number of seeds was asked for. */
    boolean hasSeeds() {
        return seeds != null;
    }

    /** What is set otherwise than the preset has it. */
    Map<String, String> changes() {
        return changes;
    }

    /** Which cells are computed now. */
    CellSelection selection() {
        return CellSelection.parse(only);
    }

    boolean resume() {
        return resume;
    }

    Path directory() {
        return out;
    }
}
