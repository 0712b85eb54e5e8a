package org.salient4j.benchmarks.grid;

import com.fasterxml.jackson.databind.JsonNode;
import org.salient4j.framework.InvalidInputException;

/**
 * The form of the files in a folder of results. Every file says which it has; one of another form
 * is refused before its content is read, because numbers that mean something else are worse than
 * none.
 */
public final class ResultFormat {

    /**
     * The form that is written and read here. To be raised whenever a component of the card, of a
     * cell's file or of any experiment's result is added, dropped or means something else.
     */
    public static final int CURRENT = 3;

    private static final String FIELD = "format";

    private ResultFormat() {}

    /**
     * @param file the content of a file
     * @param origin the file's name
     * @param advice what to do with a file of another form
     * @throws InvalidInputException if it is of another form or does not say
     */
    static void require(JsonNode file, String origin, String advice) {
        if (!file.isObject()) {
            throw new InvalidInputException(
                    origin + ": expected a JSON object, found " + kind(file));
        }
        JsonNode format = file.path(FIELD);
        if (format.isInt() && format.asInt() == CURRENT) {
            return;
        }
        String found =
                format.isMissingNode()
                        ? "says no format, as those of format 1 do"
                        : "has format " + format;
        throw new InvalidInputException(
                "%s %s, expected format %d: %s".formatted(origin, found, CURRENT, advice));
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
