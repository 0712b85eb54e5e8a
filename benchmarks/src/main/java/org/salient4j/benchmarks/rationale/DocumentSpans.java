package org.salient4j.benchmarks.rationale;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

/**
 * True and predicted spans of one document: what ERASER compares.
 *
 * @param truth each span once; those of no token too
 * @param predicted each span once
 */
record DocumentSpans(Set<TokenSpan> truth, Set<TokenSpan> predicted) {

    /**
     * The documents of all texts whose rationale is known.
     *
     * @throws InvalidInputException if a predicted span does not lie within one document
     */
    static List<DocumentSpans> of(List<TextExample> texts, List<List<TokenSpan>> predicted) {
        Pairs.requireSame(texts, predicted);
        List<DocumentSpans> documents = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            TextExample text = texts.get(i);
            if (text.rationale() != null) {
                Map<TextPart, Set<TokenSpan>> truth = byDocument(text, text.rationale().spans());
                Map<TextPart, Set<TokenSpan>> guess = byDocument(text, predicted.get(i));
                truth.forEach(
                        (document, spans) ->
                                documents.add(new DocumentSpans(spans, guess.get(document))));
            }
        }
        return documents;
    }

    static int skipped(List<TextExample> texts) {
        return (int) texts.stream().filter(text -> text.rationale() == null).count();
    }

    /** The tokens of spans. */
    static BitSet tokens(Set<TokenSpan> spans) {
        BitSet tokens = new BitSet();
        spans.forEach(span -> tokens.set(span.start(), span.end()));
        return tokens;
    }

    private static Map<TextPart, Set<TokenSpan>> byDocument(
            TextExample text, List<TokenSpan> spans) {
        Map<TextPart, Set<TokenSpan>> byDocument = new LinkedHashMap<>();
        text.documents().forEach(document -> byDocument.put(document, new LinkedHashSet<>()));
        for (TokenSpan span : spans) {
            // Of two documents that a span of no token may lie in, the first.
            TextPart document =
                    text.documents().stream()
                            .filter(d -> d.start() <= span.start() && span.end() <= d.end())
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new InvalidInputException(
                                                    "%s does not lie in one document of '%s'"
                                                            .formatted(span, text.id())));
            byDocument.get(document).add(span);
        }
        return byDocument;
    }
}
