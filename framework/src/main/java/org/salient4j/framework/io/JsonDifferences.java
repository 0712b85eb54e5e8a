package org.salient4j.framework.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In what two JSON trees differ, in words: for messages about settings that do not match. */
public final class JsonDifferences {
    private static final int NAMED = 3;
    private static final int LONGEST = 40;
    private static final int CONTEXT = 16;

    private JsonDifferences() {}

    /**
     * In the order of the fields of what was asked for.
     *
     * @param there the tree that was found
     * @param here the tree that was asked for
     * @return one phrase a difference, such as {@code options.epochs: was 5, now 6}; none if equal.
     *     Of a long value only the part around the first difference is given
     */
    public static List<String> of(JsonNode there, JsonNode here) {
        List<String> differences = new ArrayList<>();
        compare("", there, here, differences);
        return differences;
    }

    /**
     * The first differences, for a line of text.
     *
     * @return such as {@code seed: was 1, now 2; and 4 more}; empty if equal
     */
    public static String summary(JsonNode there, JsonNode here) {
        List<String> all = of(there, here);
        String named = String.join("; ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() > NAMED ? named + "; and " + (all.size() - NAMED) + " more" : named;
    }

    private static void compare(String path, JsonNode there, JsonNode here, List<String> found) {
        if (there.isObject() && here.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            here.fieldNames().forEachRemaining(names::add);
            there.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String inner = path.isEmpty() ? name : path + "." + name;
                compare(inner, there.path(name), here.path(name), found);
            }
            return;
        }
        String was = text(there);
        String now = text(here);
        if (!was.equals(now)) {
            int from = Math.max(0, commonPrefix(was, now) - CONTEXT);
            found.add(
                    "%s: was %s, now %s"
                            .formatted(
                                    path.isEmpty() ? "it" : path, cut(was, from), cut(now, from)));
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "nothing";
        }
        // JSON within a text reads as JSON.
        return Json.canonical(node).replace("\\\"", "\"");
    }

    private static int commonPrefix(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String cut(String text, int from) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int start = Math.min(from, text.length());
        int end = Math.min(text.length(), start + LONGEST);
        return (start > 0 ? "…" : "")
                + text.substring(start, end)
                + (end < text.length() ? "…" : "");
    }
}
