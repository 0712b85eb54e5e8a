package org.salient4j.benchmarks.timeseries.comparison;

import java.util.Locale;
import org.salient4j.benchmarks.published.PublishedTables;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** How numbers are written where there is little room: no zero before the point, plain ASCII. */
final class Numbers {
    private Numbers() {}

    /** A value or a difference of a metric, or of an accuracy in per cent. */
    static String signed(double value, String metric) {
        return accuracy(metric)
                ? String.format(Locale.ROOT, "%+.1f", 100 * value)
                : bare(String.format(Locale.ROOT, "%+.3f", value));
    }

    /** The paper's value. */
    static String published(double value, String metric) {
        return accuracy(metric)
                ? String.format(Locale.ROOT, "%.1f", 100 * value)
                : signed(value, metric);
    }

    /** Mean and half the interval, {@code ?} without one, {@code *} if the paper lies outside. */
    static String ours(ComparedValue value) {
        if (!value.isMeasured()) {
            return "missing ";
        }
        String mean = published(value.ours().mean(), value.metric());
        if (!value.isDecidable()) {
            return mean + "?";
        }
        double half = (value.ours().upper() - value.ours().lower()) / 2;
        String width =
                accuracy(value.metric())
                        ? String.format(Locale.ROOT, "%.1f", 100 * half)
                        : bare(String.format(Locale.ROOT, half < 1 ? "%.3f" : "%.2f", half));
        return mean + "+-" + width + (value.holdsPublished() ? " " : "*");
    }

    /** Mean and both ends of a difference of scores. */
    static String interval(MeanInterval interval) {
        return interval(interval, "%+.3f", 1, "");
    }

    /** Mean and both ends of a difference of accuracies. */
    static String points(MeanInterval interval) {
        return interval(interval, "%+.2f", 100, " points");
    }

    private static String interval(
            MeanInterval interval, String format, double scale, String unit) {
        String mean = number(interval.mean(), format, scale);
        if (!interval.isDefined()) {
            return mean + unit;
        }
        return "%s [%s, %s]%s (%s %% CI, n = %d)"
                .formatted(
                        mean,
                        number(interval.lower(), format, scale),
                        number(interval.upper(), format, scale),
                        unit,
                        level(interval.confidence()),
                        interval.count());
    }

    private static String number(double value, String format, double scale) {
        return String.format(Locale.ROOT, format, scale * value);
    }

    /** A p-value. */
    static String probability(double p) {
        return Double.isNaN(p)
                ? "-"
                : p < 0.001 ? "<.001" : bare(String.format(Locale.ROOT, "%.3f", p));
    }

    private static String level(double confidence) {
        String percent = String.format(Locale.ROOT, "%.2f", 100 * confidence);
        return percent.replaceAll("\\.?0+$", "");
    }

    private static boolean accuracy(String metric) {
        return metric.equals(PublishedTables.ACCURACY);
    }

    private static String bare(String number) {
        return number.replaceFirst("^([+-]?)0\\.", "$1.");
    }
}
