package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis whose ticks are round numbers.
 *
 * @param from the value at its beginning
 * @param to the value at its end, above {@code from}
 * @param step the distance of the ticks
 */
record Axis(double from, double to, double step) {

    /** An axis that holds the values, its ends on ticks, with about {@code ticks} of them. */
    static Axis around(double smallest, double largest, int ticks) {
        double span = largest > smallest ? largest - smallest : Math.max(1e-9, Math.abs(largest));
        double step = roundStep(span / ticks);
        double from = Math.floor(smallest / step + 1e-9) * step;
        double to = Math.ceil(largest / step - 1e-9) * step;
        return new Axis(from, to > from ? to : from + step, step);
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (rough <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** The ticks, both ends included if they are round. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Where a value lies: 0 at the beginning, 1 at the end. */
    double share(double value) {
        return (value - from) / (to - from);
    }

    /** How many decimals tell the ticks apart. */
    int decimals(double scale) {
        return (int) Math.max(0, -Math.floor(Math.log10(step * scale) + 1e-9));
    }
}
