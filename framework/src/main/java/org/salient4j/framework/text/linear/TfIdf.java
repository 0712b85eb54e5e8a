package org.salient4j.framework.text.linear;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.salient4j.framework.text.TextExample;
import org.salient4j.framework.text.Vocabulary;

/**
 * Texts as weighted bags of words: a word that occurs c times in a text and in d of the n training
 * texts weighs (1 + ln c)·(1 + ln((1 + n)/(1 + d))); each text has length 1.
 */
final class TfIdf {
    private final Vocabulary vocabulary;
    private final double[] idf;

    private TfIdf(Vocabulary vocabulary, double[] idf) {
        this.vocabulary = vocabulary;
        this.idf = idf;
    }

    /**
     * @param texts the training texts
     * @param minimumTexts in how many of them a word must be to count
     */
    static TfIdf fit(List<TextExample> texts, int minimumTexts) {
        Vocabulary words = Vocabulary.of(texts, 1, true);
        Map<Integer, Integer> documents = new HashMap<>();
        for (TextExample text : texts) {
            HashSet<Integer> ids = new HashSet<>();
            text.tokens().forEach(token -> ids.add(words.id(token)));
            ids.forEach(id -> documents.merge(id, 1, Integer::sum));
        }
        Vocabulary kept = words.restrictedTo(word -> documents.get(words.id(word)) >= minimumTexts);
        double[] idf =
                kept.words().stream()
                        .mapToDouble(
                                word ->
                                        1
                                                + Math.log(
                                                        (1d + texts.size())
                                                                / (1d
                                                                        + documents.get(
                                                                                words.id(word)))))
                        .toArray();
        return new TfIdf(kept, idf);
    }

    /** How many words there are. */
    int features() {
        return idf.length;
    }

    /** A text; words that were not in enough training texts do not count. */
    SparseVector of(TextExample text) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (String token : text.tokens()) {
            int id = vocabulary.id(token);
            if (id != Vocabulary.UNKNOWN) {
                counts.merge(id - Vocabulary.FIRST_WORD, 1, Integer::sum);
            }
        }
        int[] indices = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] values = new double[indices.length];
        Arrays.setAll(values, i -> (1 + Math.log(counts.get(indices[i]))) * idf[indices[i]]);
        double length = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
        return new SparseVector(
                indices,
                IntStream.range(0, values.length).mapToDouble(i -> values[i] / length).toArray());
    }
}
