package org.salient4j.framework.text.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.NearestName;
import org.salient4j.framework.text.Findings;
import org.salient4j.framework.text.Rationale;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.TextPart;
import org.salient4j.framework.text.TokenSpan;

/** Makes examples of annotations and documents. */
record EraserExamples(
        EraserDocuments documents,
        List<String> classes,
        boolean readsQuery,
        Findings.Collector findings) {

    private static final String PREMISE = "premise";

    /** Those that can be used; the others are found. */
    List<TextExample> of(List<EraserLine> lines) {
        List<TextExample> examples = new ArrayList<>(lines.size());
        for (EraserLine line : lines) {
            TextExample example = of(line);
            if (example != null) {
                examples.add(example);
            }
        }
        return examples;
    }

    private TextExample of(EraserLine line) {
        EraserAnnotation annotation = line.annotation();
        int label = classes.indexOf(annotation.classification());
        if (label < 0) {
            return passedOver(
                    line,
                    NearestName.unknown("class", annotation.classification(), classes)
                            .getMessage());
        }
        List<String> tokens = new ArrayList<>();
        List<TextPart> parts = new ArrayList<>();
        if (readsQuery) {
            add(TextPart.Role.QUERY, "query", documents.query(annotation.query()), tokens, parts);
        }
        for (String docid : inReadingOrder(annotation)) {
            List<String> document = documents.document(docid);
            if (document == null) {
                return passedOver(line, "there is no document '" + docid + "'");
            }
            if (document.isEmpty()) {
                return passedOver(line, "the document '" + docid + "' is empty");
            }
            add(TextPart.Role.DOCUMENT, docid, document, tokens, parts);
        }
        return new TextExample(
                annotation.id(), tokens, label, parts, rationale(line, tokens, parts));
    }

    private static void add(
            TextPart.Role role,
            String id,
            List<String> document,
            List<String> tokens,
            List<TextPart> parts) {
        parts.add(new TextPart(role, id, tokens.size(), tokens.size() + document.size()));
        tokens.addAll(document);
    }

    /** As they are named, but a premise before its hypothesis. */
    private static List<String> inReadingOrder(EraserAnnotation annotation) {
        return annotation.documents().stream()
                .sorted(Comparator.comparing(docid -> !docid.endsWith(PREMISE)))
                .toList();
    }

    private Rationale rationale(EraserLine line, List<String> tokens, List<TextPart> parts) {
        Map<String, TextPart> byId = new HashMap<>();
        parts.stream()
                .filter(part -> part.role() == TextPart.Role.DOCUMENT)
                .forEach(part -> byId.put(part.id(), part));
        List<List<TokenSpan>> groups = new ArrayList<>();
        for (List<EraserAnnotation.Span> group : line.annotation().groups()) {
            List<TokenSpan> spans = new ArrayList<>();
            for (EraserAnnotation.Span span : group) {
                TextPart document = byId.get(span.docid());
                String problem = problem(span, document);
                if (problem != null) {
                    findings.add(line.origin() + ": " + problem + "; kept without its rationale");
                    return null;
                }
                spans.add(new TokenSpan(span.start(), span.end()).shifted(document.start()));
                requireText(line, span, tokens, spans.get(spans.size() - 1));
            }
            groups.add(spans);
        }
        return new Rationale(groups);
    }

    private static String problem(EraserAnnotation.Span span, TextPart document) {
        if (document == null) {
            return "evidence lies in '" + span.docid() + "', which is not among its documents";
        }
        if (span.start() < 0 || span.end() < span.start() || span.end() > document.length()) {
            return "evidence [%d, %d) is not within the %d tokens of '%s'"
                    .formatted(span.start(), span.end(), document.length(), span.docid());
        }
        return null;
    }

    /** The numbers count; other words in the annotation are worth a look at the documents. */
    private void requireText(
            EraserLine line, EraserAnnotation.Span span, List<String> tokens, TokenSpan at) {
        String found = String.join(" ", tokens.subList(at.start(), at.end()));
        String said = String.join(" ", documents.query(span.text()));
        if (!said.isEmpty() && !said.equals(found)) {
            findings.add(
                    "%s: evidence [%d, %d) of '%s' is said to be '%s' but reads '%s'"
                            .formatted(
                                    line.origin(),
                                    span.start(),
                                    span.end(),
                                    span.docid(),
                                    shortened(said),
                                    shortened(found)));
        }
    }

    private TextExample passedOver(EraserLine line, String what) {
        findings.add(line.origin() + ": " + what + "; passed over");
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
