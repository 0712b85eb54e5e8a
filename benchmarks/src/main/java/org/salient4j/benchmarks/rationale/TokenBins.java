package org.salient4j.benchmarks.rationale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The shares of tokens that are erased, one after the other.
 *
 * <p>A share q of n tokens is max(1, ⌈q·n⌉) of them, for the decimal number q as written: one
 * hundredth of 700 is 7, where binary arithmetic says 8.
 *
 * @param shares increasing, in (0, 1]
 */
public record TokenBins(double... shares) {

    /** 1, 5, 10, 20 and 50 percent, as ERASER has them. */
    public TokenBins() {
        this(0.01, 0.05, 0.1, 0.2, 0.5);
    }

    /** Validates. */
    public TokenBins {
        shares = shares.clone();
        double before = 0;
        for (double share : shares) {
            if (!(share > before && share <= 1)) {
                throw new IllegalArgumentException(
                        "shares must increase within (0, 1], were " + Arrays.toString(shares));
            }
            before = share;
        }
        if (shares.length == 0) {
            throw new IllegalArgumentException("expected at least one share, found none");
        }
    }

    /** A copy of the shares. */
    @Override
    public double[] shares() {
        return shares.clone();
    }

    /** How many there are. */
    public int size() {
        return shares.length;
    }

    /**
     * How many tokens a bin is.
     *
     * @param bin which, from 0
     * @param tokens n, at least 1
     */
    public int count(int bin, int tokens) {
        return count(shares[bin], tokens);
    }

    static int count(double share, int tokens) {
        int count =
                BigDecimal.valueOf(share)
                        .multiply(BigDecimal.valueOf(tokens))
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact();
        return Math.max(1, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenBins that && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "TokenBins" + Arrays.toString(shares);
    }
}
