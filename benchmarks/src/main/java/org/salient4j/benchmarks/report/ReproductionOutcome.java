package org.salient4j.benchmarks.report;

import java.nio.file.Path;
import java.util.List;
import org.salient4j.benchmarks.grid.GridOutcome;

/**
 * What a {@link Reproduction} came to.
 *
 * @param grid which cells were computed, kept and failed
 * @param table the results as lines of text
 * @param csv one row a result
 * @param html the report
 */
public record ReproductionOutcome(GridOutcome<?, ?> grid, List<String> table, Path csv, Path html) {

    /** Copies the lines. */
    public ReproductionOutcome {
        table = List.copyOf(table);
    }
}
