package org.salient4j.benchmarks.rationale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.salient4j.framework.text.TextClassifier;
import org.salient4j.framework.text.TextExample;

/**
 * Erases tokens and asks a classifier again: 1 + 2·bins answers a text.
 *
 * <p>What is left of a text keeps its order. A query always stays: it is neither ranked, counted
 * nor erased. When all tokens of a text are erased the classifier answers an empty one.
 *
 * @param classifier whose answers are explained
 * @param bins the shares that are erased
 */
public record FaithfulnessEvaluation(TextClassifier classifier, TokenBins bins) {
    /** Texts in one call, so that a corpus of long texts is not in memory eleven times. */
    private static final int TEXTS = 64;

    /** With the bins of ERASER. */
    public FaithfulnessEvaluation(TextClassifier classifier) {
        this(classifier, new TokenBins());
    }

    /**
     * Evaluates the scores of texts.
     *
     * @param texts the texts
     * @param scores the scores of each
     * @throws org.salient4j.framework.InvalidInputException if a text has not one finite score a
     *     token
     */
    public Faithfulness of(List<TextExample> texts, List<TokenScores> scores) {
        Pairs.requireSame(texts, scores);
        double[][] whole = new double[texts.size()][];
        double[][][] withoutTop = new double[texts.size()][][];
        double[][][] onlyTop = new double[texts.size()][][];
        for (int from = 0; from < texts.size(); from += TEXTS) {
            int to = Math.min(from + TEXTS, texts.size());
            List<TextExample> asked = new ArrayList<>();
            for (int i = from; i < to; i++) {
                asked.addAll(variants(texts.get(i), scores.get(i)));
            }
            double[][] answers = classifier.probabilities(asked);
            int at = 0;
            for (int i = from; i < to; i++) {
                boolean empty = texts.get(i).documentTokens().length == 0;
                whole[i] = answers[at++];
                withoutTop[i] = new double[bins.size()][];
                onlyTop[i] = new double[bins.size()][];
                for (int bin = 0; bin < bins.size(); bin++) {
                    withoutTop[i][bin] = empty ? missing(whole[i]) : answers[at++];
                    onlyTop[i][bin] = empty ? missing(whole[i]) : answers[at++];
                }
            }
        }
        return Faithfulness.of(whole, withoutTop, onlyTop);
    }

    /** The text, then for each bin what is left without and with nothing but the top tokens. */
    private List<TextExample> variants(TextExample text, TokenScores scores) {
        int[] ranked = scores.ranked(text);
        List<TextExample> variants = new ArrayList<>();
        variants.add(text);
        for (int bin = 0; bin < bins.size() && ranked.length > 0; bin++) {
            boolean[] top = new boolean[text.length()];
            boolean[] rest = new boolean[text.length()];
            int count = bins.count(bin, ranked.length);
            for (int rank = 0; rank < ranked.length; rank++) {
                (rank < count ? top : rest)[ranked[rank]] = true;
            }
            variants.add(text.keeping(without(top)));
            variants.add(text.keeping(without(rest)));
        }
        return variants;
    }

    private static int[] without(boolean[] erased) {
        return IntStream.range(0, erased.length).filter(token -> !erased[token]).toArray();
    }

    private static double[] missing(double[] like) {
        double[] missing = new double[like.length];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }
}
