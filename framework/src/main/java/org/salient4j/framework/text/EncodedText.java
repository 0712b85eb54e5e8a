package org.salient4j.framework.text;

import java.util.Arrays;

/**
 * A text as numbers, and the way back to its words.
 *
 * @param ids the numbers of the vocabulary, at least one, without padding
 * @param tokens the token of the example at each number; -1 where there is none (a separator)
 * @param label the class
 */
public record EncodedText(int[] ids, int[] tokens, int label) {

    /** Validates. */
    public EncodedText {
        if (ids.length == 0 || ids.length != tokens.length) {
            throw new IllegalArgumentException(
                    "expected at least one number and a token for each, found %d and %d"
                            .formatted(ids.length, tokens.length));
        }
    }

    /** How many numbers it has. */
    public int length() {
        return ids.length;
    }

    /** How many words it has that the vocabulary does not know. */
    public int unknown() {
        return (int) Arrays.stream(ids).filter(id -> id == Vocabulary.UNKNOWN).count();
    }

    /**
     * Scores of positions as scores of the example's tokens.
     *
     * @param scores one a position; more, those of the padding, are ignored
     * @return one a token, in the order of the tokens
     */
    public double[] perToken(double[] scores) {
        int count = 0;
        double[] perToken = new double[ids.length];
        for (int i = 0; i < ids.length; i++) {
            if (tokens[i] >= 0) {
                perToken[tokens[i]] = scores[i];
                count++;
            }
        }
        return Arrays.copyOf(perToken, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedText that
                && Arrays.equals(ids, that.ids)
                && Arrays.equals(tokens, that.tokens)
                && label == that.label;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(ids) + Arrays.hashCode(tokens)) + label;
    }

    @Override
    public String toString() {
        return "EncodedText[ids=" + Arrays.toString(ids) + ", label=" + label + "]";
    }
}
