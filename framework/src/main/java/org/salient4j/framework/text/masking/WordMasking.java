package org.salient4j.framework.text.masking;

import java.util.Arrays;
import java.util.Objects;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.saliency.LowestScores;
import org.salient4j.framework.text.TextBatch;
import org.salient4j.framework.text.Vocabulary;

/**
 * The masking step of saliency guided training on text: the words with the lowest scores are
 * replaced.
 *
 * <p>Of a text of n words exactly floor(k·n) are masked, of equal scores the earlier ones. Padding
 * is neither ranked nor counted, and separators are not: they are no words. The batch that comes
 * out is as wide as the one that went in.
 *
 * <p>Source: Ismail, Corrada Bravo, Feizi, Improving Deep Learning Interpretability by Saliency
 * Guided Training, NeurIPS 2021.
 *
 * @param maskedFraction k in [0, 1): .6 for Movies, .8 for FEVER, .7 for e-SNLI in the paper
 * @param replacement what masked words become
 */
public record WordMasking(double maskedFraction, WordReplacement replacement) {

    /** Validates. */
    public WordMasking {
        Objects.requireNonNull(replacement, "replacement");
        if (!(maskedFraction >= 0 && maskedFraction < 1)) {
            // With all words masked there is no word left to put in their place.
            throw new InvalidInputException(
                    "maskedFraction must be in [0, 1), was " + maskedFraction);
        }
    }

    /** Masks with the previous salient word. */
    public WordMasking(double maskedFraction) {
        this(maskedFraction, WordReplacement.PREVIOUS_SALIENT);
    }

    /**
     * The batch with its lowest words replaced.
     *
     * @param batch the clean batch, not changed
     * @param scores [B][T], one a position; those of the padding are ignored
     * @param vocabulary where random words are drawn from
     * @param seed which random words; another one each step
     * @throws InvalidInputException if a score of a word is not finite
     */
    public TextBatch apply(TextBatch batch, double[][] scores, Vocabulary vocabulary, Seed seed) {
        boolean[][] masked = new boolean[batch.size()][];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = lowest(batch.ids()[i], scores[i]);
        }
        return new TextBatch(
                replacement.replace(batch.ids(), masked, vocabulary, seed),
                batch.width(),
                batch.labels());
    }

    /**
     * Which numbers of a text are masked.
     *
     * @param ids the numbers, without padding
     * @param scores one each; more are ignored
     */
    public boolean[] lowest(int[] ids, double[] scores) {
        int[] positions = new int[ids.length];
        double[] ranked = new double[ids.length];
        int words = 0;
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != Vocabulary.SEPARATOR) {
                if (!Double.isFinite(scores[i])) {
                    throw new InvalidInputException(
                            "the score of word %d must be finite, was %s".formatted(i, scores[i]));
                }
                positions[words] = i;
                ranked[words++] = scores[i];
            }
        }
        boolean[] low =
                LowestScores.mark(
                        Arrays.copyOf(ranked, words), LowestScores.count(maskedFraction, words));
        boolean[] masked = new boolean[ids.length];
        for (int i = 0; i < words; i++) {
            masked[positions[i]] = low[i];
        }
        return masked;
    }
}
