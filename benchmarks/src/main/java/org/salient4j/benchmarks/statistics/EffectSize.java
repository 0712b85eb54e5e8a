package org.salient4j.benchmarks.statistics;

/** How large a paired difference is, apart from how many pairs there are. */
public final class EffectSize {
    private EffectSize() {}

    /**
     * Cohen's d_z: the mean of the differences in units of their standard deviation.
     *
     * @param first one value a pair, {@code NaN} where missing
     * @param second the partners
     * @return mean(d) / sd(d), {@code NaN} with fewer than two pairs or differences that are all
     *     equal
     */
    public static double cohensDz(double[] first, double[] second) {
        Summary summary = Summary.of(Present.differences(first, second));
        return summary.standardDeviation() > 0
                ? summary.mean() / summary.standardDeviation()
                : Double.NaN;
    }

    /**
     * The matched-pairs rank-biserial correlation: the rank sum of the positive differences minus
     * that of the negative ones, as a share of both.
     *
     * <p>1 when every difference is positive, -1 when every one is negative; differences of 0 are
     * left out. Source: Kerby, "The Simple Difference Formula", 2014.
     *
     * @param first one value a pair, {@code NaN} where missing
     * @param second the partners
     * @return a value in [-1, 1], {@code NaN} when no difference is other than 0
     */
    public static double rankBiserial(double[] first, double[] second) {
        SignedRanks ranks = SignedRanks.of(Present.differences(first, second));
        double positive = ranks.doubledPositive();
        double negative = ranks.doubledNegative();
        return ranks.count() == 0 ? Double.NaN : (positive - negative) / (positive + negative);
    }
}
