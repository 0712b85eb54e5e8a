package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.salient4j.framework.Provenance;

/**
 * A cell that could not be computed, kept beside the results until a later run succeeds.
 *
 * @param key the cell's name
 * @param experiment the experiment's name
 * @param cell what was to be computed
 * @param error one line: what went wrong
 * @param stackTrace where, line by line
 * @param provenance what tried
 */
public record CellFailure(
        String key,
        String experiment,
        JsonNode cell,
        String error,
        List<String> stackTrace,
        Provenance provenance) {

    static CellFailure of(
            CellKey key, String experiment, JsonNode cell, Throwable e, Provenance provenance) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        String message =
                e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
        return new CellFailure(
                key.value(),
                experiment,
                cell,
                e.getClass().getSimpleName() + message,
                text.toString().lines().toList(),
                provenance);
    }

    /** One line for people: which cell and why. */
    public String summary() {
        return "cell " + key.substring(0, 10) + " " + cell + " failed: " + error;
    }
}
