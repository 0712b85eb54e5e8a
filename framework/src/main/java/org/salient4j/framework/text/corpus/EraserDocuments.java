package org.salient4j.framework.text.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.Json;
import org.salient4j.framework.text.Findings;

/** The documents of an ERASER data set, from the folder {@code docs} or the file docs.jsonl. */
final class EraserDocuments {
    static final String FOLDER = "docs";
    static final String FILE = "docs.jsonl";

    private final Path folder;
    private final Map<String, String> texts;
    private final Map<String, List<String>> documents = new HashMap<>();
    private final EraserTokens tokens = new EraserTokens();

    private EraserDocuments(Path folder, Map<String, String> texts) {
        this.folder = folder;
        this.texts = texts;
    }

    /**
     * @throws InvalidInputException if there are no documents, or two sets of them
     */
    static EraserDocuments in(Path data, Findings.Collector findings) {
        Path folder = data.resolve(FOLDER);
        Path file = data.resolve(FILE);
        boolean inFile = Files.isRegularFile(file);
        if (inFile == Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    "%s: expected either a folder '%s' or a file '%s', found %s"
                            .formatted(data, FOLDER, FILE, inFile ? "both" : "neither"));
        }
        return new EraserDocuments(folder.normalize(), inFile ? texts(file, findings) : null);
    }

    /** The tokens of a document; null if there is no such document. */
    List<String> document(String docid) {
        List<String> known = documents.get(docid);
        if (known == null) {
            String text = texts == null ? text(docid) : texts.get(docid);
            known = text == null ? null : tokens.of(text);
            documents.put(docid, known);
        }
        return known;
    }

    /** The tokens of a query. */
    List<String> query(String text) {
        return tokens.of(text);
    }

    private String text(String docid) {
        Path file = folder.resolve(docid).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return null;
        }
        try {
            // Not Files.readString: one broken letter should not cost the document.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    private static Map<String, String> texts(Path file, Findings.Collector findings) {
        Map<String, String> texts = new HashMap<>();
        NumberedLines.read(
                file,
                (number, line) -> {
                    String origin = file.getFileName() + ":" + number;
                    try {
                        JsonNode node = Json.parse(line, JsonNode.class, origin);
                        texts.put(
                                EraserAnnotation.text(node, "docid", origin),
                                EraserAnnotation.text(node, "document", origin));
                    } catch (InvalidInputException e) {
                        findings.add(e.getMessage() + "; passed over");
                    }
                });
        return texts;
    }
}
