package org.salient4j.benchmarks.statistics;

import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean and the interval around it.
 *
 * <p>With one value the interval is undefined: both ends are {@code NaN}, and {@link #toString}
 * says so. It is never an interval of width 0.
 *
 * @param count the number of values present
 * @param missing the number of values that were {@code NaN}
 * @param mean the arithmetic mean, {@code NaN} without values
 * @param lower the lower end, {@code NaN} when undefined
 * @param upper the upper end, {@code NaN} when undefined
 * @param confidence the confidence level, in (0, 1)
 */
public record MeanInterval(
        int count, int missing, double mean, double lower, double upper, double confidence) {

    /** Checks the confidence level and that the ends are both defined or both not. */
    public MeanInterval {
        Present.requireConfidence(confidence);
        if (Double.isNaN(lower) != Double.isNaN(upper) || lower > upper) {
            throw new IllegalArgumentException(
                    "lower must not exceed upper, were " + lower + " and " + upper);
        }
    }

    /**
     * The 95 % interval by Student's t distribution.
     *
     * @param values one value a seed, {@code NaN} where missing
     * @return mean and interval
     */
    public static MeanInterval of(double... values) {
        return of(0.95, values);
    }

    /**
     * The interval mean -+ t(count - 1) * standard error.
     *
     * <p>Exact for normally distributed values; with few seeds it is wide, which is honest. For
     * values far from normal use {@link Bootstrap} and many of them.
     *
     * @param confidence in (0, 1)
     * @param values one value a seed, {@code NaN} where missing
     * @return mean and interval
     */
    public static MeanInterval of(double confidence, double[] values) {
        Present.requireConfidence(confidence);
        Summary summary = Summary.of(values);
        double half = Double.NaN;
        if (summary.count() > 1) {
            // null: no random generator, none is needed for a quantile.
            TDistribution student = new TDistribution(null, summary.count() - 1);
            half =
                    student.inverseCumulativeProbability((1 + confidence) / 2)
                            * summary.standardError();
        }
        return new MeanInterval(
                summary.count(),
                summary.missing(),
                summary.mean(),
                summary.mean() - half,
                summary.mean() + half,
                confidence);
    }

    /**
     * Whether there is an interval.
     *
     * @return false with fewer than two values
     */
    public boolean isDefined() {
        return !Double.isNaN(lower);
    }

    /**
     * For a table or a log.
     *
     * @return for instance {@code 0.431 [0.402, 0.460] (95 % CI, n = 5)}
     */
    @Override
    public String toString() {
        if (count == 0) {
            return missing == 0 ? "no values" : "no values (" + missing + " missing)";
        }
        String of = missing == 0 ? "n = " + count : "n = " + count + ", " + missing + " missing";
        if (!isDefined()) {
            return String.format(Locale.ROOT, "%.3f (interval undefined, %s)", mean, of);
        }
        String level =
                Double.toString(Math.round(confidence * 1000) / 10.0).replaceAll("\\.0$", "");
        return String.format(
                Locale.ROOT, "%.3f [%.3f, %.3f] (%s %% CI, %s)", mean, lower, upper, level, of);
    }
}
