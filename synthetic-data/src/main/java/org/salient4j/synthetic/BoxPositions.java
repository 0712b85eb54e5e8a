package org.salient4j.synthetic;

import java.util.List;

/**
 * Three data sets that differ in where in time their box lies: the vanishing-saliency experiment
 * asks whether attributions find the box wherever it is.
 *
 * @param name name of the preset
 * @param description one sentence on what it is for
 * @param early the data set of the early box
 * @param middle the data set of the middle box
 * @param late the data set of the late box
 */
public record BoxPositions(
        String name,
        String description,
        SyntheticSpec early,
        SyntheticSpec middle,
        SyntheticSpec late) {

    /**
     * @throws IllegalArgumentException if a part is missing
     */
    public BoxPositions {
        Require.present("name", name);
        Require.present("description", description);
        Require.present("early", early);
        Require.present("middle", middle);
        Require.present("late", late);
    }

    /** Returns the data set of one position. */
    public SyntheticSpec at(BoxPosition position) {
        return switch (position) {
            case EARLY -> early;
            case MIDDLE -> middle;
            case LATE -> late;
        };
    }

    /** Returns these positions with other numbers of samples. */
    public BoxPositions withCounts(int train, int validation, int test) {
        return new BoxPositions(
                name,
                description,
                early.withCounts(train, validation, test),
                middle.withCounts(train, validation, test),
                late.withCounts(train, validation, test));
    }

    /**
     * Returns the boxes of the input-cell attention study: 100x100 series, 1000 training and 300
     * test samples, standard scaling. The middle box is larger in time and smaller in features than
     * the others, and a small LSTM often does not learn the early one at all.
     */
    public static BoxPositions ica2019() {
        return new BoxPositions(
                "ica2019",
                "the published boxes, of unequal shape",
                spec(new EarlierBox()),
                spec(new MiddleBox()),
                spec(new LatterBox()));
    }

    /** Returns {@link #ica2019()} with one 30x80 box, so that only its place in time changes. */
    public static BoxPositions matched() {
        return new BoxPositions(
                "matched",
                "one box of 30x80 at three times, 100x100 series",
                spec(new EarlierBox(0, 30, 10, 80)),
                spec(new MiddleBox(35, 30, 10, 80)),
                spec(new LatterBox(70, 30, 10, 80)));
    }

    /**
     * Returns shorter series, which an LSTM learns at every position, so that vanished saliency is
     * not mistaken for a box that was never learned: 50x50, boxes of 15x40.
     */
    public static BoxPositions learnable() {
        return new BoxPositions(
                "learnable",
                "one box of 15x40 at three times, 50x50 series that an LSTM learns",
                spec(FixedBoxes.of(new Box(2, 17, 5, 45))).withSize(50, 50),
                spec(FixedBoxes.of(new Box(17, 32, 5, 45))).withSize(50, 50),
                spec(FixedBoxes.of(new Box(33, 48, 5, 45))).withSize(50, 50));
    }

    /** Returns every preset. */
    public static List<BoxPositions> presets() {
        return List.of(ica2019(), matched(), learnable());
    }

    /**
     * Returns the preset of the given name.
     *
     * @throws IllegalArgumentException if there is none; the message suggests the nearest name
     */
    public static BoxPositions named(String name) {
        return NamedFamily.of("preset of box positions", presets(), BoxPositions::name).named(name);
    }

    private static SyntheticSpec spec(TimeSeriesLayout layout) {
        return SyntheticSpec.of(layout, new Gaussian())
                .withCounts(1000, 0, 300)
                .withScaling(Scaling.STANDARD);
    }
}
