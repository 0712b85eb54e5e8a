package org.salient4j.framework.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A labelled text as words, and where they are known, the words that carry the label.
 *
 * @param id the name of the example
 * @param tokens its words, part after part
 * @param label its class, from 0
 * @param parts the texts it is made of; together all tokens, in their order
 * @param rationale the words that people marked; null if not known
 */
public record TextExample(
        String id, List<String> tokens, int label, List<TextPart> parts, Rationale rationale) {

    /** Validates. */
    public TextExample {
        Objects.requireNonNull(id, "id");
        tokens = List.copyOf(tokens);
        parts = List.copyOf(parts);
        if (label < 0) {
            throw new IllegalArgumentException("label must be a class from 0, was " + label);
        }
        int end = 0;
        for (TextPart part : parts) {
            if (part.start() != end) {
                throw new IllegalArgumentException(
                        "part '%s' of '%s' must begin at token %d, was %d"
                                .formatted(part.id(), id, end, part.start()));
            }
            end = part.end();
        }
        if (end != tokens.size()) {
            throw new IllegalArgumentException(
                    "the parts of '%s' must hold all of its %d tokens, hold %d"
                            .formatted(id, tokens.size(), end));
        }
        if (rationale != null && rationale.end() > end) {
            throw new IllegalArgumentException(
                    "the rationale of '%s' ends at token %d, the text at %d"
                            .formatted(id, rationale.end(), end));
        }
    }

    /** A text of one document whose rationale is not known. */
    public static TextExample of(String id, List<String> tokens, int label) {
        TextPart all = new TextPart(TextPart.Role.DOCUMENT, id, 0, tokens.size());
        return new TextExample(id, tokens, label, List.of(all), null);
    }

    /** How many words it has. */
    public int length() {
        return tokens.size();
    }

    /** The documents, without what is asked. */
    public List<TextPart> documents() {
        return parts.stream().filter(part -> part.role() == TextPart.Role.DOCUMENT).toList();
    }

    /** The tokens of its documents, in order: those that may be evidence. */
    public int[] documentTokens() {
        return documents().stream()
                .flatMapToInt(part -> IntStream.range(part.start(), part.end()))
                .toArray();
    }

    /**
     * What is left of the text when only some tokens stay, in their order.
     *
     * @param kept which tokens stay, increasing
     */
    public TextExample keeping(int... kept) {
        int[] before = new int[length() + 1];
        for (int token : kept) {
            before[Objects.checkIndex(token, length()) + 1] = 1;
        }
        for (int i = 0; i < length(); i++) {
            before[i + 1] += before[i];
        }
        if (before[length()] != kept.length) {
            throw new IllegalArgumentException("a token can be kept once only");
        }
        List<String> left = new ArrayList<>(kept.length);
        for (int token : kept) {
            left.add(tokens.get(token));
        }
        List<TextPart> smaller =
                parts.stream()
                        .map(
                                part ->
                                        new TextPart(
                                                part.role(),
                                                part.id(),
                                                before[part.start()],
                                                before[part.end()]))
                        .toList();
        return new TextExample(
                id, left, label, smaller, rationale == null ? null : rationale.keeping(before));
    }
}
