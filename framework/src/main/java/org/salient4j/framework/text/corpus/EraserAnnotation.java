package org.salient4j.framework.text.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.Json;

/** One line of an ERASER file. */
record EraserAnnotation(
        String id,
        String query,
        String classification,
        List<String> docids,
        List<List<Span>> groups) {

    /** Evidence: tokens of a document. */
    record Span(String docid, int start, int end, String text) {}

    /**
     * @throws InvalidInputException if the line is no JSON or lacks what it must have
     */
    static EraserAnnotation parse(String line, String origin) {
        JsonNode node = Json.parse(line, JsonNode.class, origin);
        List<List<Span>> groups = new ArrayList<>();
        for (JsonNode group : array(node, "evidences", origin)) {
            List<Span> spans = new ArrayList<>();
            for (JsonNode span : group) {
                spans.add(
                        new Span(
                                text(span, "docid", origin),
                                span.path("start_token").asInt(-1),
                                span.path("end_token").asInt(-1),
                                span.path("text").asText("")));
            }
            groups.add(spans);
        }
        List<String> docids = new ArrayList<>();
        if (node.hasNonNull("docids")) {
            array(node, "docids", origin).forEach(docid -> docids.add(docid.asText()));
        }
        return new EraserAnnotation(
                text(node, "annotation_id", origin),
                node.path("query").asText(""),
                text(node, "classification", origin),
                docids,
                groups);
    }

    /** What it names, else where its evidence lies, else the document of its own name. */
    Set<String> documents() {
        Set<String> documents = new LinkedHashSet<>(docids);
        if (documents.isEmpty()) {
            groups.forEach(group -> group.forEach(span -> documents.add(span.docid())));
        }
        if (documents.isEmpty()) {
            documents.add(id);
        }
        return documents;
    }

    static String text(JsonNode node, String field, String origin) {
        JsonNode value = node.get(field);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidInputException(
                    origin + ": expected a text '" + field + "', found " + value);
        }
        return value.textValue();
    }

    private static JsonNode array(JsonNode node, String field, String origin) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray()) {
            throw new InvalidInputException(
                    origin + ": expected a list '" + field + "', found " + value);
        }
        return value;
    }
}
