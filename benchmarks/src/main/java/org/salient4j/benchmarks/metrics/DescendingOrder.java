package org.salient4j.benchmarks.metrics;

/**
 * Sorts the cells of one map by decreasing score, equal scores by increasing index.
 *
 * <p>A least-significant-digit radix sort over the bits of the scores as floats: three passes put a
 * map of 50 x 50 in order several times faster than a comparison sort. Scores that differ only
 * beyond float precision are put right by an insertion sort, and a map made mostly of such scores
 * by a radix sort over the bits of the doubles, so the order is always the exact one.
 */
final class DescendingOrder {
    private static final int DIGIT_BITS = 10;
    private static final int BUCKETS = 1 << DIGIT_BITS;
    private static final int FLOAT_DIGITS = 3;
    private static final int DOUBLE_DIGITS = 7;
    private static final int FLOAT_ONE = Float.floatToRawIntBits(1f);
    private static final long DOUBLE_ONE = Double.doubleToRawLongBits(1d);

    private DescendingOrder() {}

    /**
     * The indices of {@code scores}, which must lie in [0, 1], from the largest to the smallest.
     */
    static int[] of(double[] scores) {
        long[] keys = new long[scores.length];
        for (int i = 0; i < keys.length; i++) {
            // Non-negative floats compare like their bits; 0f + drops the sign of -0.
            keys[i] = (long) FLOAT_ONE - Float.floatToRawIntBits(0f + (float) scores[i]);
        }
        int[] order = radixSort(keys, FLOAT_DIGITS);
        if (!insertionSort(order, scores)) {
            for (int i = 0; i < keys.length; i++) {
                keys[i] = DOUBLE_ONE - Double.doubleToRawLongBits(0d + scores[i]);
            }
            order = radixSort(keys, DOUBLE_DIGITS);
        }
        return order;
    }

    private static int[] radixSort(long[] keys, int digits) {
        int n = keys.length;
        int[][] counts = new int[digits][BUCKETS];
        for (long key : keys) {
            for (int digit = 0; digit < digits; digit++) {
                counts[digit][digit(key, digit)]++;
            }
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int[] next = new int[n];
        for (int digit = 0; digit < digits; digit++) {
            int[] start = counts[digit];
            if (start[digit(keys[0], digit)] == n) {
                continue; // every key has this digit: nothing moves
            }
            for (int bucket = 0, sum = 0; bucket < BUCKETS; bucket++) {
                int count = start[bucket];
                start[bucket] = sum;
                sum += count;
            }
            for (int cell : order) {
                next[start[digit(keys[cell], digit)]++] = cell;
            }
            int[] done = next;
            next = order;
            order = done;
        }
        return order;
    }

    private static int digit(long key, int digit) {
        return (int) (key >>> (digit * DIGIT_BITS)) & (BUCKETS - 1);
    }

    /** Puts an almost sorted order right; false, half done, when it is not almost sorted. */
    private static boolean insertionSort(int[] order, double[] scores) {
        int moves = order.length;
        for (int i = 1; i < order.length; i++) {
            int cell = order[i];
            double score = scores[cell];
            int j = i;
            while (j > 0 && scores[order[j - 1]] < score) {
                order[j] = order[j - 1];
                j--;
                if (--moves < 0) {
                    return false;
                }
            }
            order[j] = cell;
        }
        return true;
    }
}
