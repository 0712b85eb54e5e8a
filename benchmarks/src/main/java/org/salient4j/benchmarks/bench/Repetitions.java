package org.salient4j.benchmarks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The repetitions of one thing within its budget, as they come in. */
final class Repetitions {
    private static final int WARM = 500; // repetitions after which little is left to compile
    private static final int COLD = 4; // warm-ups that may go by until then
    private static final int ENOUGH = 10;
    private static final int FEW = 3;
    private static final int PATIENCE = 10; // budgets that a single repetition may take

    private final TimeBudget budget;
    private final LongSupplier nanoTime;
    private final long start;
    private final List<Double> milliseconds = new ArrayList<>();
    private int untimed;
    private long timedFrom;
    private boolean warm;

    /**
     * @param budget when they are warm and when they end
     * @param nanoTime the clock
     */
    Repetitions(TimeBudget budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Whether the next one counts. */
    boolean warm() {
        return warm;
    }

    /** Whether there are enough. */
    boolean done() {
        double seconds = (nanoTime.getAsLong() - timedFrom) / 1e9;
        int reps = milliseconds.size();
        return reps >= ENOUGH && seconds >= budget.seconds()
                || reps >= FEW && seconds >= FEW * budget.seconds()
                || reps >= 1 && seconds >= PATIENCE * budget.seconds();
    }

    /** Takes the next one, which counts if they were warm before it. */
    void add(long nanoseconds) {
        if (warm) {
            milliseconds.add(nanoseconds / 1e6);
            return;
        }
        untimed++;
        long now = nanoTime.getAsLong();
        double seconds = (now - start) / 1e9;
        boolean longEnough = seconds >= budget.warmUpSeconds();
        if (longEnough && (untimed >= WARM || seconds >= COLD * budget.warmUpSeconds())) {
            warm = true;
            timedFrom = now;
        }
    }

    /** How many counted. */
    int count() {
        return milliseconds.size();
    }

    /** Those that counted. */
    Timing timing() {
        double[] sorted = milliseconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Timing(median, sorted[0], n);
    }
}
