package org.salient4j.framework.saliency;

import org.salient4j.framework.InvalidInputException;

/**
 * Where features (channels) lie in a batch in C order: cell (outer, feature, inner) of a sample is
 * at index (outer · features + feature) · inner size + inner. Series [B, T, F] have their features
 * last; images [B, C, H, W] first.
 *
 * @param samples B
 * @param outer product of the axes before the feature axis, without the batch
 * @param features size of the feature axis
 * @param inner product of the axes after it
 */
public record FeatureAxis(int samples, int outer, int features, int inner) {

    /**
     * Reads a batch's shape.
     *
     * @param shape [B, F], [B, T, F] or [B, C, H, W]
     */
    public static FeatureAxis of(long[] shape) {
        return switch (shape.length) {
            case 2 -> new FeatureAxis((int) shape[0], 1, (int) shape[1], 1);
            case 3 -> new FeatureAxis((int) shape[0], (int) shape[1], (int) shape[2], 1);
            case 4 ->
                    new FeatureAxis((int) shape[0], 1, (int) shape[1], (int) (shape[2] * shape[3]));
            default ->
                    throw new InvalidInputException(
                            "expected a batch [B, F], [B, T, F] or [B, C, H, W], found "
                                    + shape.length
                                    + " axes");
        };
    }

    /** Cells of one sample. */
    public int cells() {
        return outer * features * inner;
    }

    /** Positions of one sample: cells of one feature. */
    public int positions() {
        return outer * inner;
    }

    /** Index of a cell within its sample. */
    public int cell(int position, int feature) {
        return (position / inner * features + feature) * inner + position % inner;
    }

    /** The feature of a cell. */
    public int feature(int cell) {
        return cell / inner % features;
    }
}
