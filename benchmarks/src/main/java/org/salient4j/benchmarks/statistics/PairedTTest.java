package org.salient4j.benchmarks.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's t-test of paired values, with Cohen's d_z.
 *
 * <p>t = mean(d) / (sd(d) / sqrt(n)) with n - 1 degrees of freedom, for the differences d. Use it
 * when the differences are roughly normal, or there are few of them: with five seeds the smallest
 * p-value that {@link WilcoxonSignedRank} can reach is 0.0625. Undefined with fewer than two pairs
 * and when all differences are equal, since then their spread is not known.
 */
public record PairedTTest() implements PairedTest {

    @Override
    public PairedTestResult test(double[] first, double[] second) {
        double[] differences = Present.differences(first, second);
        Summary summary = Summary.of(differences);
        double statistic = Double.NaN;
        double pValue = Double.NaN;
        if (summary.standardDeviation() > 0) {
            statistic = summary.mean() / summary.standardError();
            TDistribution student = new TDistribution(null, summary.count() - 1);
            pValue = Math.min(1, 2 * student.cumulativeProbability(-Math.abs(statistic)));
        }
        return new PairedTestResult(
                "paired t",
                differences.length,
                first.length - differences.length,
                statistic,
                pValue,
                "Cohen's d_z",
                EffectSize.cohensDz(first, second));
    }
}
