package org.salient4j.benchmarks.metrics;

/**
 * The nine thresholds of the official areas, and the areas over them.
 *
 * <p>0.1, 0.2, ..., 0.9: the areas span 0.8 and are not divided by it, so a curve that is 1
 * everywhere has the area 0.8.
 */
final class Levels {
    /** The number of thresholds. */
    static final int COUNT = 9;

    /** The largest area that a curve in [0, 1] can have. */
    static final double WIDTH = 0.8;

    private Levels() {}

    /** The threshold in tenths divided by ten: the double nearest to the decimal number. */
    static double share(int level) {
        return (level + 1) / 10d;
    }

    /** The smallest count that is at least the level's share of the cells, exactly; 1 to D - 1. */
    static int count(int level, int cells) {
        long tenths = (level + 1L) * cells;
        return (int) Math.max(1, Math.min(cells - 1, (tenths + 9) / 10));
    }

    /** The area below a curve over the thresholds, by the trapezoidal rule. */
    static double area(double[] curve) {
        double sum = 0;
        for (double value : curve) {
            sum += value;
        }
        return (sum - (curve[0] + curve[COUNT - 1]) / 2) / 10;
    }

    /** The area below y over x, for x that does not decrease, by the trapezoidal rule. */
    static double area(double[] y, double[] x) {
        double sum = 0;
        for (int i = 1; i < y.length; i++) {
            sum += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        }
        return sum;
    }
}
