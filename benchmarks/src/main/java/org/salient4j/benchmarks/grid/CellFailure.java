package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.framework.Provenance;
import org.salient4j.framework.io.Json;

/**
 * A cell that could not be computed, kept beside the results until a later run succeeds.
 *
 * @param format the form of its file, {@link ResultFormat#CURRENT}
 * @param key the cell's name
 * @param experiment the experiment's name
 * @param cell what was to be computed
 * @param error one line: what went wrong
 * @param stackTrace where, line by line
 * @param provenance what tried
 */
public record CellFailure(
        int format,
        String key,
        String experiment,
        JsonNode cell,
        String error,
        List<String> stackTrace,
        Provenance provenance)
        implements CellOutcome {

    /** A failure of the form that is written here. */
    public CellFailure(
            String key,
            String experiment,
            JsonNode cell,
            String error,
            List<String> stackTrace,
            Provenance provenance) {
        this(ResultFormat.CURRENT, key, experiment, cell, error, stackTrace, provenance);
    }

    static CellFailure read(JsonNode tree, String origin) {
        CellOutcome.requireFormat(tree, origin);
        return Json.convert(tree, CellFailure.class, origin);
    }

    /**
     * A failure here and now.
     *
     * @param experiment whose cell it is
     * @param cell what was to be computed
     * @param e what went wrong
     * @param command the command line, word by word
     */
    public static <C extends Record> CellFailure of(
            Experiment<C, ?> experiment, C cell, Throwable e, List<String> command) {
        CellKey key = CellKey.of(experiment.name(), cell);
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        String message =
                e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
        return new CellFailure(
                key.value(),
                experiment.name(),
                Json.tree(cell),
                e.getClass().getSimpleName() + message,
                text.toString().lines().toList(),
                Provenance.now(key.seed(), command));
    }

    /** One line for people: which cell and why. */
    public String summary() {
        List<String> names = new ArrayList<>();
        cell.fields()
                .forEachRemaining(
                        field -> {
                            if (field.getValue().isValueNode()) { // not whole architectures
                                names.add(field.getKey() + " " + field.getValue().asText());
                            }
                        });
        return "cell %s (%s) failed: %s"
                .formatted(key.substring(0, 10), String.join(", ", names), error);
    }
}
