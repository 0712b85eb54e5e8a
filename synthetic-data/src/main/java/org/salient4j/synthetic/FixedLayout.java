package org.salient4j.synthetic;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A layout whose boxes are at the same place in every sample. The sign of the shift tells the
 * classes apart: class 1 is shifted up, class 0 down.
 */
public interface FixedLayout extends TimeSeriesLayout {

    /** Returns the boxes, which do not overlap. */
    List<Box> boxes();

    @Override
    default Placement place(int label, SeriesSize size, boolean inclusive, RandomGenerator random) {
        return Placement.signed(label, boxes());
    }

    @Override
    default void requireFits(SeriesSize size, boolean inclusive) {
        for (Box box : boxes()) {
            if (!box.fits(size)) {
                throw new IllegalArgumentException(
                        String.format(
                                "%s does not fit a %s series: its box is %s", name(), size, box));
            }
        }
    }

    @Override
    default int informativeCells() {
        return boxes().stream().mapToInt(Box::cells).sum();
    }
}
