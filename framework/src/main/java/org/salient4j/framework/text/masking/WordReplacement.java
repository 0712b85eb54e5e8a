package org.salient4j.framework.text.masking;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.Vocabulary;

/**
 * What becomes of the masked words of a text in saliency guided training: the five ways the paper
 * compares.
 */
public enum WordReplacement {
    /**
     * The word before it that is kept; where none is before it, the next that is kept. Best on all
     * three corpora of the paper, and the length stays.
     */
    PREVIOUS_SALIENT {
        @Override
        int[] replace(int[] ids, boolean[] masked, int words, RandomGenerator random) {
            int[] replaced = ids.clone();
            int source = firstKept(ids, masked);
            for (int i = 0; i < ids.length; i++) {
                if (!masked[i] && ids[i] != Vocabulary.SEPARATOR) {
                    source = i;
                } else if (masked[i]) {
                    replaced[i] = ids[source];
                }
            }
            return replaced;
        }
    },
    /** Taken out: the text becomes shorter. */
    REMOVE {
        @Override
        int[] replace(int[] ids, boolean[] masked, int words, RandomGenerator random) {
            int[] left = new int[ids.length];
            int count = 0;
            for (int i = 0; i < ids.length; i++) {
                if (!masked[i]) {
                    left[count++] = ids[i];
                }
            }
            return Arrays.copyOf(left, count);
        }
    },
    /** The unknown word. */
    UNKNOWN {
        @Override
        int[] replace(int[] ids, boolean[] masked, int words, RandomGenerator random) {
            return filled(ids, masked, Vocabulary.UNKNOWN);
        }
    },
    /** The separator. */
    SEPARATOR {
        @Override
        int[] replace(int[] ids, boolean[] masked, int words, RandomGenerator random) {
            return filled(ids, masked, Vocabulary.SEPARATOR);
        }
    },
    /** A word of the vocabulary, each with equal chance. */
    RANDOM_WORD {
        @Override
        int[] replace(int[] ids, boolean[] masked, int words, RandomGenerator random) {
            int[] replaced = ids.clone();
            for (int i = 0; i < ids.length; i++) {
                if (masked[i]) {
                    replaced[i] = Vocabulary.FIRST_WORD + random.nextInt(words);
                }
            }
            return replaced;
        }
    };

    /**
     * Replaces in a batch of texts.
     *
     * @param ids the numbers of each text, without padding
     * @param masked which of them are replaced; at least one word of each text is not
     * @param vocabulary where random words are drawn from
     * @param seed which random words; another one each step
     * @return the numbers of each text; fewer where words are removed
     */
    public int[][] replace(int[][] ids, boolean[][] masked, Vocabulary vocabulary, Seed seed) {
        int words = vocabulary.words().size();
        if (this == RANDOM_WORD && words == 0) {
            throw new InvalidInputException("a vocabulary without words has no random word");
        }
        RandomGenerator random = seed.random();
        int[][] replaced = new int[ids.length][];
        for (int i = 0; i < ids.length; i++) {
            replaced[i] = replace(ids[i], masked[i], words, random);
        }
        return replaced;
    }

    /**
     * Replaces in one text.
     *
     * @param ids its numbers, without padding
     * @param masked which are replaced; at least one word is not
     * @param words how many words the vocabulary has
     * @param random for {@link #RANDOM_WORD} alone
     */
    abstract int[] replace(int[] ids, boolean[] masked, int words, RandomGenerator random);

    private static int firstKept(int[] ids, boolean[] masked) {
        for (int i = 0; i < ids.length; i++) {
            if (!masked[i] && ids[i] != Vocabulary.SEPARATOR) {
                return i;
            }
        }
        throw new IllegalArgumentException("at least one word of a text must be kept");
    }

    private static int[] filled(int[] ids, boolean[] masked, int with) {
        int[] replaced = ids.clone();
        for (int i = 0; i < ids.length; i++) {
            replaced[i] = masked[i] ? with : ids[i];
        }
        return replaced;
    }
}
