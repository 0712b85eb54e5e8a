package org.salient4j.synthetic;

import java.util.List;

/**
 * Any set of boxes, at the same place in every sample; their sign is the class. For positions that
 * no named layout has.
 *
 * @param boxes at least one box; they do not overlap
 */
public record FixedBoxes(List<Box> boxes) implements FixedLayout {

    /**
     * @throws IllegalArgumentException if there is no box or two boxes overlap
     */
    public FixedBoxes {
        Require.present("boxes", boxes);
        boxes = List.copyOf(boxes);
        Placement.requireDisjoint(boxes);
    }

    /** Creates the early box of {@link BoxPositions#learnable()}, 15 time steps of 40 features. */
    public FixedBoxes() {
        this(List.of(new Box(2, 17, 5, 45)));
    }

    /** Returns the layout of the given boxes. */
    public static FixedBoxes of(Box... boxes) {
        return new FixedBoxes(List.of(boxes));
    }

    @Override
    public String name() {
        return "fixed-boxes";
    }

    @Override
    public String description() {
        return "any given boxes, the same in every sample; their sign is the class";
    }

    /** Returns the smallest size, of at least 50x50, that holds every box. */
    @Override
    public SeriesSize usualSize() {
        int timeSteps = SeriesSize.BENCHMARK.timeSteps();
        int features = SeriesSize.BENCHMARK.features();
        for (Box box : boxes) {
            timeSteps = Math.max(timeSteps, box.timeEnd());
            features = Math.max(features, box.featureEnd());
        }
        return new SeriesSize(timeSteps, features);
    }
}
