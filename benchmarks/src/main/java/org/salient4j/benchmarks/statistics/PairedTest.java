package org.salient4j.benchmarks.statistics;

/** Whether paired values, such as two training procedures on the same seeds, differ. */
public sealed interface PairedTest permits PairedTTest, WilcoxonSignedRank {

    /**
     * Tests the differences first - second against 0, two-sided.
     *
     * @param first one value a pair, {@code NaN} where missing
     * @param second the partners, in the same order
     * @return the result; a pair with a missing value is left out and counted
     * @throws IllegalArgumentException if the lengths differ or a value is infinite
     */
    PairedTestResult test(double[] first, double[] second);
}
