package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;

/**
 * A computed cell, as it is kept.
 *
 * @param format the form of its file, {@link ResultFormat#CURRENT}
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
        int format,
        String key,
        String experiment,
        C cell,
        R result,
        double seconds,
        Provenance provenance)
        implements CellOutcome {

    /** A result of the form that is written here. */
    public CellResult(
            String key,
            String experiment,
            C cell,
            R result,
            double seconds,
            Provenance provenance) {
        this(ResultFormat.CURRENT, key, experiment, cell, result, seconds, provenance);
    }

    static <C extends Record, R> CellResult<C, R> read(
            JsonNode tree, CellKey key, Experiment<C, R> experiment, String origin) {
        CellOutcome.requireFormat(tree, origin);
        String name = tree.path("experiment").asText();
        boolean named = tree.path("key").asText().equals(key.value());
        if (!named || !CellKey.of(name, tree.path("cell")).equals(key)) {
            throw new InvalidInputException(origin + ": holds the result of another cell");
        }
        if (!tree.path("seconds").isNumber() || !tree.hasNonNull("result")) {
            throw new InvalidInputException(origin + ": holds no result");
        }
        return new CellResult<>(
                key.value(),
                name,
                Json.convert(tree.get("cell"), experiment.cellType(), origin),
                Json.convert(tree.get("result"), experiment.resultType(), origin),
                tree.get("seconds").asDouble(),
                Json.convert(tree.path("provenance"), Provenance.class, origin));
    }
}
