package org.salient4j.framework.text.linear;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth function of many variables: L-BFGS with ten corrections and a backtracking
 * line search.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, chapter 7.
 */
final class LimitedMemoryBfgs {
    private static final int CORRECTIONS = 10;
    private static final int MOST_STEPS = 1000;
    private static final int MOST_HALVINGS = 40;
    private static final double SUFFICIENT = 1e-4;
    private static final double TOLERANCE = 1e-7;

    private final double[] x;
    private final Function function;
    private final Deque<Correction> corrections = new ArrayDeque<>();

    /** What is minimised. */
    interface Function {
        /** The value at x; writes the gradient there. */
        double at(double[] x, double[] gradient);
    }

    private record Correction(double[] step, double[] change, double curvature) {}

    private LimitedMemoryBfgs(double[] x, Function function) {
        this.x = x;
        this.function = function;
    }

    /**
     * Goes from x to the minimum, in place, until no partial derivative is larger than 1e-7.
     *
     * @return how many steps it took
     */
    static int minimise(double[] x, Function function) {
        return new LimitedMemoryBfgs(x, function).run();
    }

    private int run() {
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (largest(gradient) <= TOLERANCE) {
                return step;
            }
            double[] direction = direction(gradient);
            double slope = dot(direction, gradient);
            double[] from = x.clone();
            double[] next = new double[x.length];
            // The first direction is the bare gradient, whose length means nothing.
            double rate = corrections.isEmpty() ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
            double reached = move(from, direction, rate, next);
            int halvings = 0;
            while (!(reached <= value + SUFFICIENT * rate * slope)) {
                if (++halvings > MOST_HALVINGS) {
                    System.arraycopy(from, 0, x, 0, x.length);
                    return step; // as low as rounding lets it get
                }
                rate /= 2;
                reached = move(from, direction, rate, next);
            }
            remember(from, gradient, next);
            gradient = next;
            value = reached;
        }
        return MOST_STEPS;
    }

    private double move(double[] from, double[] direction, double rate, double[] gradient) {
        for (int i = 0; i < x.length; i++) {
            x[i] = from[i] + rate * direction[i];
        }
        return function.at(x, gradient);
    }

    private void remember(double[] from, double[] before, double[] after) {
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            step[i] = x[i] - from[i];
            change[i] = after[i] - before[i];
        }
        double curvature = dot(step, change);
        if (curvature > 0) {
            if (corrections.size() == CORRECTIONS) {
                corrections.removeFirst();
            }
            corrections.addLast(new Correction(step, change, curvature));
        }
    }

    /** Minus the gradient, multiplied by the estimate of the inverse Hessian (two loops). */
    private double[] direction(double[] gradient) {
        double[] q = gradient.clone();
        double[] alphas = new double[corrections.size()];
        Iterator<Correction> newestFirst = corrections.descendingIterator();
        for (int i = alphas.length - 1; i >= 0; i--) {
            Correction correction = newestFirst.next();
            alphas[i] = dot(correction.step, q) / correction.curvature;
            add(q, correction.change, -alphas[i]);
        }
        if (!corrections.isEmpty()) {
            Correction newest = corrections.getLast();
            scale(q, newest.curvature / dot(newest.change, newest.change));
        }
        int i = 0;
        for (Correction correction : corrections) {
            double beta = dot(correction.change, q) / correction.curvature;
            add(q, correction.step, alphas[i++] - beta);
        }
        scale(q, -1);
        return q;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
