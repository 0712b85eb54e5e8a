package org.salient4j.benchmarks.grid;

import org.salient4j.framework.Provenance;

/**
 * A computed cell, as it is kept.
 *
 * @param key the cell's name
 * @param experiment the experiment's name
 * @param cell what was computed
 * @param result what it gave
 * @param seconds how long it took
 * @param provenance what computed it
 * @param <C> a cell
 * @param <R> a result
 */
public record CellResult<C extends Record, R>(
        String key, String experiment, C cell, R result, double seconds, Provenance provenance) {}
