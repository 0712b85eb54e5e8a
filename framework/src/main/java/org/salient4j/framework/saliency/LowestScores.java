package org.salient4j.framework.saliency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Selects the lowest scores of each sample: selection in linear time, no sort. Of equal scores the
 * earlier cell is taken, so the result does not depend on chance.
 */
public final class LowestScores {
    private static final int BINS = 1 << 12;
    private static final int BLOCK = 8;

    private final int[] histogram = new int[BINS];
    private final int[] bins;
    private final int[] among;
    private final double[] amongScores;

    /**
     * @param scores number of scores of a sample
     */
    LowestScores(int scores) {
        bins = new int[scores];
        among = new int[scores];
        amongScores = new double[scores];
    }

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
        new LowestScores(scores.length).mark(scores, count, marked, 0);
        return marked;
    }

    /**
     * Marks the lowest scores of one sample. A histogram over the leading bits decides all but the
     * few scores that share a bin with the last one marked, without the mispredicted branches that
     * make a selection slow.
     *
     * @param scores one a cell or position, as many as this was made for
     * @param count how many to mark
     * @param marked where marks go, all of them overwritten
     * @param at where they begin
     */
    void mark(double[] scores, int count, boolean[] marked, int at) {
        if (count == 0) {
            Arrays.fill(marked, at, at + scores.length, false);
            return;
        }
        Arrays.fill(histogram, 0);
        for (int i = 0; i < scores.length; i++) {
            int bin = bin(scores[i]);
            bins[i] = bin;
            histogram[bin]++;
        }
        int bin = 0;
        int below = 0;
        for (int block = block(bin); below + block < count; block = block(bin)) {
            below += block;
            bin += BLOCK;
        }
        while (below + histogram[bin] < count) {
            below += histogram[bin++];
        }
        int found = 0;
        for (int i = 0; i < scores.length; i++) {
            int apart = bins[i] - bin;
            marked[at + i] = apart < 0;
            among[found] = i;
            found += 1 - ((apart | -apart) >>> 31); // if it is 0
        }
        markAmong(scores, found, count - below, marked, at);
    }

    private int block(int bin) {
        int sum = 0;
        for (int i = bin; i < bin + BLOCK; i++) {
            sum += histogram[i];
        }
        return sum;
    }

    /** Marks the lowest of the scores that share a bin. */
    private void markAmong(double[] scores, int found, int count, boolean[] marked, int at) {
        for (int i = 0; i < found; i++) {
            amongScores[i] = scores[among[i]];
        }
        double threshold = select(amongScores, found, count - 1);
        int left = count;
        for (int i = 0; i < found; i++) {
            boolean below = scores[among[i]] < threshold;
            marked[at + among[i]] = below;
            left -= below ? 1 : 0;
        }
        for (int i = 0; left > 0 && i < found; i++) {
            if (scores[among[i]] == threshold) {
                marked[at + among[i]] = true;
                left--;
            }
        }
    }

    /** Sign, exponent and first bits of the fraction as a float, in the order of the values. */
    private static int bin(double value) {
        int bits = Float.floatToRawIntBits((float) value + 0f); // -0 + 0 is 0
        return ((bits ^ (bits >> 31) >>> 1) >> 20) + BINS / 2;
    }

    /** The n values' one of rank k (Hoare's selection, median of three); reorders them. */
    private static double select(double[] a, int n, int k) {
        int low = 0;
        int high = n - 1;
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
