package org.salient4j.app.extending;

import java.util.List;
import java.util.random.RandomGenerator;
import org.salient4j.synthetic.Box;
import org.salient4j.synthetic.Placement;
import org.salient4j.synthetic.SeriesSize;
import org.salient4j.synthetic.TimeSeriesLayout;

/**
 * A square box in the first steps of the first features; its sign is the class.
 *
 * @param side steps and features of the box
 */
public record Corner(int side) implements TimeSeriesLayout {

    /** Ten steps of ten features. */
    public Corner() {
        this(10);
    }

    @Override
    public String name() {
        return "corner";
    }

    @Override
    public String description() {
        return "a square at the beginning; the sign is the class";
    }

    @Override
    public Placement place(int label, SeriesSize size, boolean inclusive, RandomGenerator random) {
        return Placement.signed(label, List.of(Box.sized(0, side, 0, side)));
    }

    @Override
    public void requireFits(SeriesSize size, boolean inclusive) {
        if (size.timeSteps() < side || size.features() < side) {
            throw new IllegalArgumentException("a corner of " + side + " does not fit " + size);
        }
    }

    @Override
    public int informativeCells() {
        return side * side;
    }
}
