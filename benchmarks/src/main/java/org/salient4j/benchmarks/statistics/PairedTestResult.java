package org.salient4j.benchmarks.statistics;

import java.util.Locale;

/**
 * What a paired test says of the differences first - second.
 *
 * @param test the test's name
 * @param pairs the number of pairs with both values
 * @param missing the number of pairs left out because a value was {@code NaN}
 * @param statistic the test statistic, {@code NaN} when undefined
 * @param pValue two-sided, in [0, 1], {@code NaN} when undefined
 * @param effect the name of the effect size
 * @param effectSize positive when the first values are larger, {@code NaN} when undefined
 */
public record PairedTestResult(
        String test,
        int pairs,
        int missing,
        double statistic,
        double pValue,
        String effect,
        double effectSize) {

    /** Checks that a p-value is one. */
    public PairedTestResult {
        if (pValue < 0 || pValue > 1) {
            throw new IllegalArgumentException("pValue must be in [0, 1], was " + pValue);
        }
    }

    /**
     * Whether the test could be made.
     *
     * @return false with too few pairs, or differences that do not vary
     */
    public boolean isDefined() {
        return !Double.isNaN(pValue);
    }

    @Override
    public String toString() {
        return isDefined()
                ? String.format(
                        Locale.ROOT,
                        "%s: p = %.4g, %s = %.3f (n = %d)",
                        test,
                        pValue,
                        effect,
                        effectSize,
                        pairs)
                : test + ": undefined (n = " + pairs + ")";
    }
}
