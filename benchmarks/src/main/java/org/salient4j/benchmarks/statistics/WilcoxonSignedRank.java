package org.salient4j.benchmarks.statistics;

/**
 * Wilcoxon's signed-rank test of paired values, exact, with the rank-biserial correlation.
 *
 * <p>The sizes of the differences are ranked, ties by their mean rank; differences of 0 are left
 * out (Wilcoxon's own rule). The statistic is the smaller of the rank sums of the positive and the
 * negative differences. The p-value is the share of all 2^n assignments of signs to these ranks
 * whose statistic is no larger, found by counting, not by a normal approximation, so it is exact
 * with ties too. Undefined when no difference is other than 0.
 *
 * <p>Commons Math 3.6.1's {@code WilcoxonSignedRankTest} gives the same p-values when no difference
 * is 0 and no two have the same size. It is not used because otherwise it is wrong: it counts every
 * difference of 0 for the first list, so that swapping the lists changes the p-value (five
 * differences of one sign and one of 0 give 0.031 or 0.063), it reads the distribution without ties
 * for data with ties (0.3125 instead of 0.375 for 1, 1, 1, -1, 1), and its exact form takes 2^n
 * steps and refuses more than 30 pairs.
 *
 * <p>Source: Pratt and Gibbons, "Concepts of Nonparametric Theory", 1981, chapter 3.
 */
public record WilcoxonSignedRank() implements PairedTest {
    /** Counting takes about n^3 / 2 steps: half a second here. Beyond it a t-test does as well. */
    private static final int MOST_PAIRS = 1000;

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also with more than 1000 pairs
     */
    @Override
    public PairedTestResult test(double[] first, double[] second) {
        double[] differences = Present.differences(first, second);
        if (differences.length > MOST_PAIRS) {
            throw new IllegalArgumentException(
                    "pairs must be at most " + MOST_PAIRS + ", were " + differences.length);
        }
        SignedRanks ranks = SignedRanks.of(differences);
        boolean defined = ranks.count() > 0;
        int smaller = Math.min(ranks.doubledPositive(), ranks.doubledNegative());
        return new PairedTestResult(
                "Wilcoxon signed-rank (exact)",
                differences.length,
                first.length - differences.length,
                defined ? smaller / 2d : Double.NaN,
                defined ? Math.min(1, 2 * atMost(smaller, ranks.doubledRanks())) : Double.NaN,
                "rank-biserial correlation",
                EffectSize.rankBiserial(first, second));
    }

    /** The probability that randomly signed ranks have a positive sum of at most {@code limit}. */
    private static double atMost(int limit, int[] ranks) {
        double[] probability = new double[limit + 1];
        probability[0] = 1;
        for (int rank : ranks) {
            for (int sum = limit; sum >= 0; sum--) {
                double without = probability[sum];
                double with = sum >= rank ? probability[sum - rank] : 0;
                probability[sum] = (without + with) / 2;
            }
        }
        double total = 0;
        for (double share : probability) {
            total += share;
        }
        return total;
    }
}
