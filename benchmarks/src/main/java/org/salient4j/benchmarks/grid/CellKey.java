package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.salient4j.framework.Seed;
import org.salient4j.framework.io.Json;

/**
 * The name of a cell: SHA-256 of the canonical JSON of its experiment's name and its own
 * components. Equal cells have one name on every machine, so a result is found wherever it was
 * computed.
 *
 * @param value 64 hexadecimal digits
 */
public record CellKey(String value) {

    /** Checks the form. */
    public CellKey {
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "a cell key must be 64 hexadecimal digits, was '" + value + "'");
        }
    }

    /**
     * @param experiment the experiment's name
     * @param cell the cell
     */
    public static CellKey of(String experiment, Record cell) {
        return of(experiment, Json.tree(cell));
    }

    static CellKey of(String experiment, JsonNode cell) {
        return new CellKey(Json.sha256(Map.of("experiment", experiment, "cell", cell)));
    }

    /** The seed that belongs to this cell alone. */
    public Seed seed() {
        long first = Long.parseUnsignedLong(value.substring(0, 16), 16);
        return Seed.of(first == 0 ? 1 : first);
    }

    /** The first digits, for people. */
    public String brief() {
        return value.substring(0, 10);
    }
}
