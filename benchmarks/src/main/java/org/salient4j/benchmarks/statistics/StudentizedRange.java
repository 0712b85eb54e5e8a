package org.salient4j.benchmarks.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The distribution of the range of {@code k} independent standard normal values: the studentized
 * range with infinitely many degrees of freedom.
 *
 * <p>P(range &lt;= q) = k times the integral over z of phi(z) (Phi(z) - Phi(z - q))^(k - 1).
 */
final class StudentizedRange {
    private static final double END = 8.5;
    private static final int STEPS = 2000;

    // null: no random generator, none is needed for probabilities.
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** A report asks for the same few again and again, and each takes a quarter of a second. */
    private static final Map<Asked, Double> QUANTILES = new ConcurrentHashMap<>();

    private record Asked(double alpha, int values) {}

    private StudentizedRange() {}

    /** The range that is exceeded with probability {@code alpha}. */
    static double upperQuantile(double alpha, int values) {
        return QUANTILES.computeIfAbsent(
                new Asked(alpha, values), asked -> solved(asked.alpha(), asked.values()));
    }

    private static double solved(double alpha, int values) {
        double low = 0;
        double high = 2 * END;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (atMost(middle, values) < 1 - alpha) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** By the trapezoid rule, which converges fast on an integrand that dies out at both ends. */
    private static double atMost(double range, int values) {
        double step = (2 * END + range) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            double z = -END + i * step;
            double between =
                    NORMAL.cumulativeProbability(z) - NORMAL.cumulativeProbability(z - range);
            sum += NORMAL.density(z) * Math.pow(between, values - 1);
        }
        return values * sum * step;
    }
}
