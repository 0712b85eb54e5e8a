package org.salient4j.framework.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Turns texts into numbers: the words part after part, a separator between two parts.
 *
 * <p>A text of which nothing is left becomes one unknown word, because a network needs something to
 * read; only a metric that takes words away meets such a text.
 *
 * @param vocabulary the words
 */
public record TextEncoder(Vocabulary vocabulary) {

    /** One text. */
    public EncodedText encode(TextExample text) {
        int[] ids = new int[text.length() + text.parts().size()];
        int[] tokens = new int[ids.length];
        int at = 0;
        for (TextPart part : text.parts()) {
            if (at > 0 && part.length() > 0) {
                ids[at] = Vocabulary.SEPARATOR;
                tokens[at++] = -1;
            }
            for (int token = part.start(); token < part.end(); token++) {
                ids[at] = vocabulary.id(text.tokens().get(token));
                tokens[at++] = token;
            }
        }
        if (at == 0) {
            return new EncodedText(new int[] {Vocabulary.UNKNOWN}, new int[] {-1}, text.label());
        }
        return new EncodedText(Arrays.copyOf(ids, at), Arrays.copyOf(tokens, at), text.label());
    }

    /** Many texts, in their order. */
    public List<EncodedText> encode(Collection<TextExample> texts) {
        return texts.stream().map(this::encode).toList();
    }

    /**
     * Texts in which the vocabulary knows no word at all. A network can answer such a text by its
     * length only.
     *
     * @param corpus the texts
     * @return one line for each part of the corpus that has some
     */
    public Findings withoutKnownWord(Corpus corpus) {
        Findings.Collector found = new Findings.Collector();
        corpus.splits()
                .forEach(
                        (split, texts) -> {
                            List<TextExample> unknown =
                                    texts.stream().filter(text -> !knowsAWord(text)).toList();
                            if (!unknown.isEmpty()) {
                                found.add(
                                        "%s: of %d of %d texts no word is known, the first is '%s'"
                                                .formatted(
                                                        split.folder(),
                                                        unknown.size(),
                                                        texts.size(),
                                                        unknown.get(0).id()));
                            }
                        });
        return found.findings();
    }

    private boolean knowsAWord(TextExample text) {
        return text.tokens().stream().anyMatch(token -> vocabulary.id(token) != Vocabulary.UNKNOWN);
    }
}
