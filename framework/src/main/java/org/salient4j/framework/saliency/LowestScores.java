package org.salient4j.framework.saliency;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Selects the lowest scores of each sample: selection in linear time, no sort. Of equal scores the
 * earlier cell is taken, so the result does not depend on chance.
 */
public final class LowestScores {
    private static final int BINS = 1 << 13;

    private LowestScores() {}

    /**
     * How many of n features a fraction means: floor(k·n) of the decimal number k as written, so
     * 0.29 of 100 is 29 (binary arithmetic says 28).
     *
     * @param fraction k in [0, 1]
     * @param n number of features
     */
    public static int count(double fraction, int n) {
        return BigDecimal.valueOf(fraction)
                .multiply(BigDecimal.valueOf(n))
                .setScale(0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /**
     * Marks the lowest scores of one sample.
     *
     * @param scores one a cell or position
     * @param count how many to mark
     * @return which are marked
     */
    static boolean[] mark(double[] scores, int count) {
        boolean[] marked = new boolean[scores.length];
        if (count == 0) {
            return marked;
        }
        double threshold = ranked(scores, count - 1);
        int left = count;
        for (int i = 0; i < scores.length; i++) {
            boolean below = scores[i] < threshold;
            marked[i] = below;
            left -= below ? 1 : 0;
        }
        for (int i = 0; left > 0 && i < scores.length; i++) {
            if (scores[i] == threshold) {
                marked[i] = true;
                left--;
            }
        }
        return marked;
    }

    /**
     * The value of rank k: a histogram over the leading bits finds the few scores that it lies
     * among, without the mispredicted branches that make a selection slow.
     */
    private static double ranked(double[] scores, int k) {
        int[] histogram = new int[BINS];
        for (double score : scores) {
            histogram[bin(score)]++;
        }
        int bin = 0;
        int below = 0;
        while (below + histogram[bin] <= k) {
            below += histogram[bin++];
        }
        double[] among = new double[histogram[bin]];
        int found = 0;
        for (double score : scores) {
            if (bin(score) == bin) {
                among[found++] = score;
            }
        }
        return select(among, k - below);
    }

    /** Sign, exponent and first bit of the fraction, in the order of the values. */
    private static int bin(double value) {
        long bits = Double.doubleToRawLongBits(value + 0.0); // -0.0 + 0.0 is 0.0
        return (int) ((bits ^ (bits >> 63) >>> 1) >> 51) + BINS / 2;
    }

    /** The value of rank k (Hoare's selection, median of three); reorders the array. */
    private static double select(double[] a, int k) {
        int low = 0;
        int high = a.length - 1;
        while (low < high) {
            double pivot = median(a[low], a[(low + high) >>> 1], a[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swap = a[i];
                    a[i++] = a[j];
                    a[j--] = swap;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return a[k];
            }
        }
        return a[k];
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
