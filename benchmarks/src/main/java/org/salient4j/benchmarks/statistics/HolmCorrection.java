package org.salient4j.benchmarks.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction of the p-values of a family of tests.
 *
 * <p>With the m p-values in increasing order, adjusted(i) = max over j &lt;= i of min(1, (m - j +
 * 1) p(j)). Rejecting where adjusted &lt;= alpha keeps the chance of any false rejection at most
 * alpha, whatever the dependence of the tests; it never rejects less than Bonferroni's correction.
 * Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", 1979.
 */
public final class HolmCorrection {
    private HolmCorrection() {}

    /**
     * Adjusts p-values.
     *
     * @param pValues in [0, 1]; {@code NaN} where a test could not be made, which stays {@code NaN}
     *     and does not count as a test
     * @return the adjusted values in the same order
     * @throws IllegalArgumentException if a value is outside [0, 1]
     */
    public static double[] adjust(double... pValues) {
        for (double pValue : pValues) {
            if (pValue < 0 || pValue > 1) {
                throw new IllegalArgumentException("p-values must be in [0, 1], found " + pValue);
            }
        }
        int[] order =
                IntStream.range(0, pValues.length)
                        .filter(i -> !Double.isNaN(pValues[i]))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> pValues[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * pValues[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }
}
