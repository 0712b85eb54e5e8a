package org.salient4j.benchmarks.rationale;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.Seed;
import org.salient4j.framework.text.TextExample;

/**
 * How important each token of a text is said to be; larger is more.
 *
 * <p>Only the tokens of documents are ranked. Those of a query have a place in the array, so that
 * indices agree, and their values are not looked at.
 *
 * @param values one a token of the text
 */
public record TokenScores(double[] values) {

    /** Copies. */
    public TokenScores {
        values = values.clone();
    }

    /**
     * Scores that know nothing: independent and uniform on [0, 1]. What every method is held
     * against. They depend on the seed and the name of the text, not on the order of the texts.
     */
    public static TokenScores random(TextExample text, Seed seed) {
        RandomGenerator random = seed.child(text.id()).random();
        return new TokenScores(random.doubles(text.length()).toArray());
    }

    /** A copy of the scores. */
    @Override
    public double[] values() {
        return values.clone();
    }

    /** The score of a token. */
    double value(int token) {
        return values[token];
    }

    /**
     * The tokens of the documents from the most to the least important; of equals the earlier comes
     * first.
     *
     * @throws InvalidInputException if there is not a finite score for each token
     */
    int[] ranked(TextExample text) {
        int[] tokens = checked(text);
        return IntStream.of(tokens)
                .boxed()
                .sorted(Comparator.comparingDouble(token -> -values[token]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The tokens of the documents, once it is sure that each has a score. */
    int[] checked(TextExample text) {
        if (values.length != text.length()) {
            throw new InvalidInputException(
                    "'%s' has %d tokens but %d scores"
                            .formatted(text.id(), text.length(), values.length));
        }
        int[] tokens = text.documentTokens();
        for (int token : tokens) {
            if (!Double.isFinite(values[token])) {
                throw new InvalidInputException(
                        "the score of token %d of '%s' must be finite, was %s"
                                .formatted(token, text.id(), values[token]));
            }
        }
        return tokens;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenScores that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "TokenScores" + Arrays.toString(values);
    }
}
