package org.salient4j.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where a class is written into a series: given the label, the boxes of salient cells and the sign
 * of the shift inside them.
 *
 * <p>Members are records, found by {@link java.util.ServiceLoader} through their constructor
 * without arguments, which gives the published sizes. A layout is independent of the background: it
 * is joined with any {@link BaseProcess} by a {@link SyntheticSpec}.
 *
 * <p>Boxes that move never start at the last possible position in the published benchmark: its
 * starts are drawn below {@code length - size} instead of up to it. {@code inclusive = false} keeps
 * that, for comparison with published numbers; {@code inclusive = true} draws every position.
 */
public interface TimeSeriesLayout {

    /** Returns the name by which the layout is chosen, in kebab case. */
    String name();

    /** Returns one sentence that says where the class is. */
    String description();

    /**
     * Draws the place of the class in one sample.
     *
     * @param label class of the sample, 0 or 1
     * @param size size of the series
     * @param inclusive whether a moving box may start at the last position it fits in
     * @param random source of the position
     * @throws IllegalArgumentException if the label is neither 0 nor 1
     */
    Placement place(int label, SeriesSize size, boolean inclusive, RandomGenerator random);

    /**
     * Checks that every placement lies inside a series of the given size.
     *
     * @throws IllegalArgumentException if it does not, with the size that is needed
     */
    void requireFits(SeriesSize size, boolean inclusive);

    /** Returns the number of salient cells of a sample; it is the same for every placement. */
    int informativeCells();

    /** Returns the size of series that the layout was published with. */
    default SeriesSize usualSize() {
        return SeriesSize.BENCHMARK;
    }

    /** Returns the share of salient cells in a series of the given size. */
    default double informativeFraction(SeriesSize size) {
        return (double) informativeCells() / size.cells();
    }

    /** Returns every registered layout with its default sizes. */
    static List<TimeSeriesLayout> registered() {
        return NamedFamily.load("layout", TimeSeriesLayout.class, TimeSeriesLayout::name).all();
    }

    /**
     * Returns the registered layout of the given name with its default sizes.
     *
     * @throws IllegalArgumentException if there is none; the message suggests the nearest name
     */
    static TimeSeriesLayout named(String name) {
        return NamedFamily.load("layout", TimeSeriesLayout.class, TimeSeriesLayout::name)
                .named(name);
    }
}
