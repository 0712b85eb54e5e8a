package org.salient4j.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a series looks like before the class is written into it.
 *
 * <p>Members are records, found by {@link java.util.ServiceLoader} through their constructor
 * without arguments, which gives the published parameters. All arithmetic is in double.
 */
public interface BaseProcess {

    /** Returns the name by which the process is chosen, in kebab case. */
    String name();

    /** Returns one sentence that says what the process is. */
    String description();

    /**
     * Draws one series.
     *
     * @param x where to write it: cell {@code (t, f)} at {@code t * features + f}; every cell is
     *     written
     * @param size size of the series
     * @param random source of randomness
     */
    void fill(double[] x, SeriesSize size, RandomGenerator random);

    /**
     * Writes the class into one box: adds the shift to its cells.
     *
     * @param x a series drawn by {@link #fill}
     * @param size size of the series
     * @param box the salient cells, inside the series
     * @param shift what to add
     * @param random source of randomness, for processes that draw the box anew
     */
    default void shift(double[] x, SeriesSize size, Box box, double shift, RandomGenerator random) {
        for (int t = box.timeStart(); t < box.timeEnd(); t++) {
            for (int f = box.featureStart(); f < box.featureEnd(); f++) {
                x[t * size.features() + f] += shift;
            }
        }
    }

    /** Returns every registered process with its default parameters. */
    static List<BaseProcess> registered() {
        return NamedFamily.load("process", BaseProcess.class, BaseProcess::name).all();
    }

    /**
     * Returns the registered process of the given name with its default parameters.
     *
     * @throws IllegalArgumentException if there is none; the message suggests the nearest name
     */
    static BaseProcess named(String name) {
        return NamedFamily.load("process", BaseProcess.class, BaseProcess::name).named(name);
    }
}
