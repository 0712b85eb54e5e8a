package org.salient4j.benchmarks.report;

import java.util.Locale;
import org.salient4j.benchmarks.statistics.MeanInterval;

/**
 * How a mean and its interval are written in tables. One value has no interval; it is shown alone
 * with what it is of, {@code (1 seed)}, never with a width of 0.
 */
public final class IntervalCell {

    private IntervalCell() {}

    /** The value as it is, a mean over seeds. */
    public static TableCell decimal(MeanInterval interval, int decimals) {
        return decimal(interval, decimals, "seed");
    }

    /**
     * The value as it is.
     *
     * @param of what the mean is over, one of them
     */
    public static TableCell decimal(MeanInterval interval, int decimals, String of) {
        return cell(interval, 1, decimals, "", of);
    }

    /** A share in %, a mean over seeds. */
    public static TableCell percent(MeanInterval interval, int decimals) {
        return cell(interval, 100, decimals, "\u00a0%", "seed");
    }

    /** Both ends of the interval and what they are of, in words. */
    public static String hint(MeanInterval interval, double scale, int decimals) {
        if (interval.count() == 0) {
            return "no value";
        }
        String missing = interval.missing() == 0 ? "" : ", " + interval.missing() + " missing";
        return interval.isDefined()
                ? "%s %% interval [%s, %s], n = %d%s"
                        .formatted(
                                Math.round(interval.confidence() * 100),
                                number(interval.lower() * scale, decimals),
                                number(interval.upper() * scale, decimals),
                                interval.count(),
                                missing)
                : "one value: no interval" + missing;
    }

    /** A number with a fixed number of decimals and a true minus sign; never a negative zero. */
    public static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', '\u2212');
    }

    /** A share in %, without needless decimals, for running text. */
    public static String share(double share) {
        String text = number(100 * share, 1);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "\u00a0%";
    }

    private static TableCell cell(
            MeanInterval interval, double scale, int decimals, String unit, String of) {
        if (interval.count() == 0) {
            return TableCell.missing("no value");
        }
        double half = (interval.upper() - interval.lower()) / 2 * scale;
        String text = number(interval.mean() * scale, decimals) + unit;
        String width =
                interval.isDefined()
                        ? "\u00b1\u00a0" + number(half, decimals)
                        : "(1\u00a0" + of.replace(' ', '\u00a0') + ")";
        return new TableCell(text, width, hint(interval, scale, decimals), Tone.PLAIN);
    }
}
