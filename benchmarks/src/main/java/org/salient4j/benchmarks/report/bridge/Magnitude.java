package org.salient4j.benchmarks.report.bridge;

import org.salient4j.benchmarks.report.IntervalCell;
import org.salient4j.benchmarks.report.TableCell;
import org.salient4j.benchmarks.statistics.MeanInterval;

/** How a positive number that may be of any magnitude is written: three digits that matter. */
final class Magnitude {
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 5;

    private Magnitude() {}

    /** A mean over seeds. */
    static TableCell cell(MeanInterval mean) {
        return IntervalCell.decimal(mean, decimals(mean.mean()));
    }

    /** Plain decimals. */
    static String text(double value) {
        return IntervalCell.number(value, decimals(value));
    }

    private static int decimals(double value) {
        if (!(value > 0)) {
            return DIGITS;
        }
        int decimals = DIGITS - 1 - (int) Math.floor(Math.log10(value));
        return Math.max(0, Math.min(MOST_DECIMALS, decimals));
    }
}
