package org.salient4j.framework.saliency;

/**
 * The lowest and the highest value of each feature of one sample of floats, as {@link FloatOrder
 * keys}: four features at a time, so that the processor compares side by side.
 */
final class SampleRanges {
    private static final int LANES = 4;

    private final FeatureAxis axis;
    private final int[] keys;
    private final int[] lowest;
    private final int[] highest;

    /**
     * @param axis where the features lie
     */
    SampleRanges(FeatureAxis axis) {
        this.axis = axis;
        this.keys = new int[axis.cells()];
        this.lowest = new int[axis.features()];
        this.highest = new int[axis.features()];
    }

    /** Where the bits of a sample's values go before {@link #find}, which overwrites them. */
    int[] bits() {
        return keys;
    }

    /** Finds the ranges of the sample whose bits are there. */
    void find() {
        FloatOrder.ofBits(keys);
        int features = axis.features();
        if (axis.inner() == 1 && features >= LANES) {
            for (int f = 0; f < features; f += LANES) {
                findLanes(Math.min(f, features - LANES), features);
            }
        } else {
            for (int f = 0; f < features; f++) {
                find(f);
            }
        }
    }

    private void findLanes(int feature, int features) {
        int low0 = keys[feature];
        int low1 = keys[feature + 1];
        int low2 = keys[feature + 2];
        int low3 = keys[feature + 3];
        int high0 = low0;
        int high1 = low1;
        int high2 = low2;
        int high3 = low3;
        for (int i = feature; i < keys.length; i += features) {
            low0 = Math.min(low0, keys[i]);
            high0 = Math.max(high0, keys[i]);
            low1 = Math.min(low1, keys[i + 1]);
            high1 = Math.max(high1, keys[i + 1]);
            low2 = Math.min(low2, keys[i + 2]);
            high2 = Math.max(high2, keys[i + 2]);
            low3 = Math.min(low3, keys[i + 3]);
            high3 = Math.max(high3, keys[i + 3]);
        }
        set(feature, low0, high0);
        set(feature + 1, low1, high1);
        set(feature + 2, low2, high2);
        set(feature + 3, low3, high3);
    }

    private void find(int feature) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        int inner = axis.inner();
        for (int outer = 0; outer < axis.outer(); outer++) {
            int from = (outer * axis.features() + feature) * inner;
            for (int i = from; i < from + inner; i++) {
                low = Math.min(low, keys[i]);
                high = Math.max(high, keys[i]);
            }
        }
        set(feature, low, high);
    }

    private void set(int feature, int low, int high) {
        lowest[feature] = low;
        highest[feature] = high;
    }

    /** The lowest value of a feature. */
    double lowest(int feature) {
        return FloatOrder.value(lowest[feature]);
    }

    /** The highest value of a feature. */
    double highest(int feature) {
        return FloatOrder.value(highest[feature]);
    }
}
