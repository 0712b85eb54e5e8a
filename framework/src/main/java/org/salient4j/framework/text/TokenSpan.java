package org.salient4j.framework.text;

/**
 * Consecutive tokens of a text. It may be empty: the ERASER corpora hold evidence of no token, and
 * its metrics count it as evidence that nothing can find.
 *
 * @param start the first token, from 0
 * @param end one past the last token
 */
public record TokenSpan(int start, int end) {

    /** Validates. */
    public TokenSpan {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(
                    "a span must begin at 0 or later and not end before, was ["
                            + start
                            + ", "
                            + end
                            + ")");
        }
    }

    /** How many tokens it has. */
    public int length() {
        return end - start;
    }

    /** How many tokens it shares with another. */
    public int overlap(TokenSpan other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }

    /** The same tokens, counted from another place. */
    public TokenSpan shifted(int by) {
        return new TokenSpan(start + by, end + by);
    }
}
