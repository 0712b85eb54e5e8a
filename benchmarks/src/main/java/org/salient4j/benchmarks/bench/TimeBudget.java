package org.salient4j.benchmarks.bench;

import java.util.function.LongSupplier;
import org.salient4j.framework.InvalidInputException;

/**
 * How long a thing is repeated: first untimed, until the JIT compiler has seen enough of it, then
 * timed.
 *
 * @param warmUpSeconds untimed repetitions go on for so long and until there are 500, for four
 *     times as long at most, and one at least
 * @param seconds timed ones go on for so long and until there are ten; what takes longer is content
 *     with three after three times, with one after ten times as long
 */
public record TimeBudget(double warmUpSeconds, double seconds) {

    /**
     * @throws InvalidInputException unless both are positive and finite
     */
    public TimeBudget {
        for (double value : new double[] {seconds, warmUpSeconds}) {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new InvalidInputException("seconds must be positive, was " + value);
            }
        }
    }

    /** So many seconds timed, after twice as long untimed. */
    public static TimeBudget of(double seconds) {
        return new TimeBudget(2 * seconds, seconds);
    }

    /**
     * Times something.
     *
     * @param work what is timed
     */
    Timing time(Runnable work) {
        return time(work, work);
    }

    /**
     * Times something.
     *
     * @param warmUp a part of the work that runs the same code
     * @param work what is timed
     */
    Timing time(Runnable warmUp, Runnable work) {
        Repetitions repetitions = new Repetitions(this, System::nanoTime);
        while (!repetitions.done()) {
            boolean warm = repetitions.warm();
            long start = System.nanoTime();
            (warm ? work : warmUp).run();
            repetitions.add(System.nanoTime() - start);
        }
        return repetitions.timing();
    }

    Repetitions repetitions(LongSupplier nanoTime) {
        return new Repetitions(this, nanoTime);
    }
}
