package org.salient4j.synthetic;

import java.util.List;

/**
 * A box at the beginning of the series ("TopBox" of the input-cell attention study).
 *
 * <p>A plain LSTM of five units often does not learn it at all, so look at the accuracy before
 * calling its saliency vanished.
 *
 * @param timeStart first time step of the box, at least 0
 * @param timeSize number of time steps, at least 1
 * @param featureStart first feature of the box, at least 0
 * @param featureSize number of features, at least 1
 */
public record EarlierBox(int timeStart, int timeSize, int featureStart, int featureSize)
        implements FixedLayout {

    /**
     * @throws IllegalArgumentException if a start is negative or a size is below 1
     */
    public EarlierBox {
        Box.sized(timeStart, timeSize, featureStart, featureSize);
    }

    /** Creates the published layout: 0 + 30 time steps, 10 + 80 features (start + size). */
    public EarlierBox() {
        this(0, 30, 10, 80);
    }

    @Override
    public String name() {
        return "earlier-box";
    }

    @Override
    public String description() {
        return "one box at the beginning; its sign is the class";
    }

    @Override
    public List<Box> boxes() {
        return List.of(Box.sized(timeStart, timeSize, featureStart, featureSize));
    }

    @Override
    public SeriesSize usualSize() {
        return new SeriesSize(100, 100);
    }
}
