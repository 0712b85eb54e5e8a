package org.salient4j.synthetic;

import java.util.List;

/**
 * A small box in the middle: 9 % of the cells are salient.
 *
 * <p>The paper says 15x15, the program of the benchmark draws 14x14 at the same start. The paper's
 * size is the default, because its table holds values that 14x14 cannot reach; {@link #official()}
 * is the other.
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record SmallMiddle(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public SmallMiddle {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 18 + 15 time steps, 18 + 15 features (start + size). */
    public SmallMiddle() {
        this(18, 15, 18, 15);
    }

    /** Returns the 14x14 box of the benchmark's program. */
    public static SmallMiddle official() {
        return new SmallMiddle(18, 14, 18, 14);
    }

    @Override
    public String name() {
        return "small-middle";
    }

    @Override
    public String description() {
        return "one small box in the middle; its sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(Box.sized(timeStart, timeSize, featureStart, featureSize));
    }
}
