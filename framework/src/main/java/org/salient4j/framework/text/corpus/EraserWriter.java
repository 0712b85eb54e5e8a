package org.salient4j.framework.text.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.text.Corpus;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

/**
 * Writes a corpus in the format of the ERASER benchmark, for other programs and for {@link
 * EraserReader}.
 *
 * <p>The format cannot say that a rationale is unknown: such an example is written without
 * evidence, and read as one in which nothing was marked.
 */
public final class EraserWriter {
    private static final Set<String> SENTENCE_ENDS = Set.of(".", "!", "?");

    private EraserWriter() {}

    /**
     * @param corpus the corpus; a document of one name must have one text
     * @param folder a new or empty folder
     * @param layout where the documents go
     * @throws InvalidInputException if the folder is not empty
     */
    public static void write(Corpus corpus, Path folder, EraserLayout layout) {
        requireFree(folder);
        Map<String, List<String>> documents = new LinkedHashMap<>();
        corpus.all().forEach(example -> gather(example, documents));
        if (layout == EraserLayout.DOCS_FILE) {
            StringBuilder lines = new StringBuilder();
            documents.forEach(
                    (id, tokens) ->
                            lines.append(line(Map.of("docid", id, "document", sentences(tokens)))));
            AtomicFile.write(folder.resolve(EraserDocuments.FILE), lines.toString());
        } else {
            documents.forEach((id, tokens) -> writeDocument(folder, id, tokens));
        }
        corpus.splits()
                .forEach(
                        (split, examples) -> {
                            StringBuilder lines = new StringBuilder();
                            examples.forEach(
                                    example -> lines.append(line(annotation(example, corpus))));
                            AtomicFile.write(EraserReader.file(folder, split), lines.toString());
                        });
    }

    private static void gather(TextExample example, Map<String, List<String>> documents) {
        for (TextPart part : example.documents()) {
            List<String> tokens = example.tokens().subList(part.start(), part.end());
            List<String> other = documents.putIfAbsent(part.id(), tokens);
            if (other != null && !other.equals(tokens)) {
                throw new IllegalArgumentException(
                        "two different documents are named '" + part.id() + "'");
            }
        }
    }

    private static void writeDocument(Path folder, String id, List<String> tokens) {
        Path docs = folder.resolve(EraserDocuments.FOLDER).normalize();
        Path file = docs.resolve(id).normalize();
        if (!docs.equals(file.getParent())) {
            throw new IllegalArgumentException(
                    "the document's name '" + id + "' is no name of a file: use docs.jsonl");
        }
        AtomicFile.write(file, sentences(tokens));
    }

    private static Map<String, Object> annotation(TextExample example, Corpus corpus) {
        Map<String, Object> annotation = new LinkedHashMap<>();
        annotation.put("annotation_id", example.id());
        annotation.put("classification", corpus.classes().get(example.label()));
        annotation.put("docids", example.documents().stream().map(TextPart::id).toList());
        annotation.put("query", query(example));
        annotation.put("query_type", null);
        List<Object> groups = new ArrayList<>();
        if (example.rationale() != null) {
            for (List<TokenSpan> group : example.rationale().groups()) {
                groups.add(group.stream().map(span -> evidence(span, example)).toList());
            }
        }
        annotation.put("evidences", groups);
        return annotation;
    }

    private static String query(TextExample example) {
        return example.parts().stream()
                .filter(part -> part.role() == TextPart.Role.QUERY)
                .map(part -> String.join(" ", words(example, part.start(), part.end())))
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> evidence(TokenSpan span, TextExample example) {
        TextPart part =
                example.documents().stream()
                        .filter(p -> p.start() <= span.start() && span.end() <= p.end())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "%s of '%s' does not lie in one document"
                                                        .formatted(span, example.id())));
        return Map.of(
                "docid",
                part.id(),
                "start_token",
                span.start() - part.start(),
                "end_token",
                span.end() - part.start(),
                "start_sentence",
                -1,
                "end_sentence",
                -1,
                "text",
                String.join(" ", words(example, span.start(), span.end())));
    }

    private static List<String> words(TextExample example, int start, int end) {
        return example.tokens().subList(start, end);
    }

    private static String sentences(List<String> tokens) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size() || SENTENCE_ENDS.contains(tokens.get(i));
            text.append(tokens.get(i)).append(last ? '\n' : ' ');
        }
        return text.toString();
    }

    private static String line(Map<String, ?> value) {
        return Json.canonical(value) + "\n";
    }

    private static void requireFree(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new InvalidInputException(
                        folder + " is not empty: choose another folder or delete it first");
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "cannot read " + folder + ": " + AtomicFile.reason(e), e);
        }
    }
}
