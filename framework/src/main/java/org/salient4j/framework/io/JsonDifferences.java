package org.salient4j.framework.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** In what two JSON trees differ, in words: for messages about settings that do not match. */
public final class JsonDifferences {

    private JsonDifferences() {}

    /**
     * @param there the tree that was found
     * @param here the tree that was asked for
     * @return one phrase a difference, such as {@code options.epochs 5, asked for 6}; none if equal
     */
    public static List<String> of(JsonNode there, JsonNode here) {
        List<String> differences = new ArrayList<>();
        compare("", there, here, differences);
        return differences;
    }

    private static void compare(String path, JsonNode there, JsonNode here, List<String> found) {
        if (there.isObject() && here.isObject()) {
            Set<String> names = new TreeSet<>();
            there.fieldNames().forEachRemaining(names::add);
            here.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String inner = path.isEmpty() ? name : path + "." + name;
                compare(inner, there.path(name), here.path(name), found);
            }
        } else if (!text(there).equals(text(here))) {
            found.add(
                    (path.isEmpty() ? "it has " : path + " ")
                            + text(there)
                            + ", asked for "
                            + text(here));
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "nothing" : Json.canonical(node);
    }
}
