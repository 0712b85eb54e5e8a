package org.salient4j.benchmarks.grid;

import java.util.List;

/**
 * How a run of a grid ended.
 *
 * @param cells how many cells the experiment has
 * @param results the results there are, in the order of the experiment's cells
 * @param reused how many were there before
 * @param computed how many were computed now
 * @param failures the cells that failed now
 * @param setAside one line for every damaged result file that was found and put aside
 * @param <C> a cell
 * @param <R> a result
 */
public record GridOutcome<C extends Record, R>(
        int cells,
        List<CellResult<C, R>> results,
        int reused,
        int computed,
        List<CellFailure> failures,
        List<String> setAside) {

    /** Copies the lists. */
    public GridOutcome {
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        setAside = List.copyOf(setAside);
    }

    /** Whether every cell has a result. */
    public boolean complete() {
        return results.size() == cells;
    }
}
