package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.salient4j.benchmarks.grid.CellFailure;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.benchmarks.grid.DamagedFile;
import org.salient4j.benchmarks.grid.Experiment;
import org.salient4j.benchmarks.grid.ExperimentCard;
import org.salient4j.benchmarks.grid.ResultStore;

/**
 * What there is of an experiment: a report is made from this and nothing else.
 *
 * @param card which experiment with which settings
 * @param cells all its cells, in its order
 * @param results those that are there, in the same order
 * @param failures the last failure of cells that have no result
 * @param damaged the damaged result files, whose cells count as missing
 * @param <C> a cell
 * @param <R> a result
 */
public record ReportedRun<C extends Record, R>(
        ExperimentCard card,
        List<C> cells,
        List<CellResult<C, R>> results,
        List<CellFailure> failures,
        List<DamagedFile> damaged) {

    /** Copies the lists. */
    public ReportedRun {
        cells = List.copyOf(cells);
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        damaged = List.copyOf(damaged);
    }

    /**
     * The line below a report's title: how many results there are, of what, and when the last came.
     *
     * @param what a cell is called, in the plural
     * @param of what the cells are of
     */
    public String subtitle(String what, String of) {
        String last =
                results.stream()
                        .map(result -> result.provenance().time())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .map(time -> ", last result " + time)
                        .orElse("");
        return "%d of %d %s: %s%s".formatted(results.size(), cells.size(), what, of, last);
    }

    /** Reads what the store holds of the experiment, and changes nothing there. */
    public static <C extends Record, R> ReportedRun<C, R> of(
            Experiment<C, R> experiment, ResultStore<C, R> store) {
        List<C> cells = experiment.cells();
        Map<C, CellResult<C, R>> completed = store.completed();
        List<CellFailure> failures = new ArrayList<>();
        for (C cell : cells) {
            if (!completed.containsKey(cell)) {
                store.failure(cell).ifPresent(failures::add);
            }
        }
        return new ReportedRun<>(
                ExperimentCard.of(experiment),
                cells,
                List.copyOf(completed.values()),
                failures,
                store.damaged());
    }
}
