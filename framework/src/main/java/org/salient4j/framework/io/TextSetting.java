package org.salient4j.framework.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.NearestName;

/** Puts a setting given as text into the tree of a record. */
final class TextSetting {

    private TextSetting() {}

    static void set(ObjectNode tree, String path, String text, String label) {
        set(tree, path, path, text, label);
    }

    private static void set(ObjectNode tree, String path, String rest, String text, String label) {
        int dot = rest.indexOf('.');
        String head = dot < 0 ? rest : rest.substring(0, dot);
        if (!tree.has(head)) {
            List<String> known = new ArrayList<>();
            tree.fieldNames().forEachRemaining(known::add);
            throw NearestName.unknown("setting of " + label, path, known);
        }
        if (dot < 0) {
            tree.set(head, value(tree.get(head), text, label + ": " + path));
        } else if (tree.get(head) instanceof ObjectNode) {
            set((ObjectNode) tree.get(head), path, rest.substring(dot + 1), text, label);
        } else {
            throw new InvalidInputException(
                    label + ": '" + head + "' has no parts, so '" + path + "' cannot be set");
        }
    }

    private static JsonNode value(JsonNode old, String text, String origin) {
        boolean json = text.startsWith("[") || text.startsWith("{");
        if (json) {
            return Json.parse(text, JsonNode.class, origin);
        }
        if (old.isObject() && !old.isEmpty()) {
            throw new InvalidInputException(
                    "%s has parts: set one, such as %s.%s=..., or all of them as JSON"
                            .formatted(
                                    origin,
                                    origin.substring(origin.lastIndexOf(' ') + 1),
                                    old.fieldNames().next()));
        }
        if (old.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String item : text.isBlank() ? new String[0] : text.split(",", -1)) {
                list.add(item.trim());
            }
            return list;
        }
        boolean none = text.equals("null") || text.equals("none");
        boolean optional = none && !old.isTextual();
        return optional
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode(text);
    }
}
