package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.salient4j.framework.io.Json;

/**
 * A question that is answered by computing many independent cells.
 *
 * <p>An experiment is a record: its components are its settings, and they become its specification.
 * Registered (a public constructor without arguments, a line in {@code META-INF/services}), it can
 * be made again from {@linkplain Experiments#of name and specification} on another machine. A cell
 * is a small record that says everything its result depends on, the seed included; cells travel and
 * are hashed, arrays and graphs do not.
 *
 * @param <C> a cell
 * @param <R> what a cell gives: a record, or a JSON tree
 */
public interface Experiment<C extends Record, R> {

    /** The name it is registered and stored by. */
    String name();

    /** The type of a cell. */
    Class<C> cellType();

    /** The type of a result. */
    Class<R> resultType();

    /** All cells, without two equal ones, in the order of the report. */
    List<C> cells();

    /**
     * Computes a cell. Called from several threads at once, so it must not change the experiment.
     *
     * @param cell what to compute
     * @param context the seed of the cell, and where to report
     * @return the result
     * @throws Exception if it fails; the other cells go on
     */
    R run(C cell, CellContext context) throws Exception;

    /** The settings as JSON: by default the components of the record. */
    default JsonNode specification() {
        return Json.tree(this);
    }
}
