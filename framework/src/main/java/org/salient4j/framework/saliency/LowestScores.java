package org.salient4j.framework.saliency;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.salient4j.framework.graph.HostRows;

/**
 * Selects the lowest scores of each sample: selection in linear time, no sort. Of equal scores the
 * earlier cell is taken, so the result does not depend on chance.
 *
 * <p>A histogram over the leading bits of the {@link FloatOrder keys} finds the few scores around
 * the last one marked. No loop over all scores has a branch that cannot be foreseen.
 */
public final class LowestScores {
    private static final int BINS = 1 << 12;
    private static final int SHIFT = 20;
    private static final int BLOCK = 8;

    private final Ranking ranking;
    private final int[] histogram = new int[BINS];
    private final int[] keys;
    private final int[] among;

    /**
     * @param scores number of scores of a sample
     * @param ranking in which order they are low
     */
    LowestScores(int scores, Ranking ranking) {
        this.ranking = ranking;
        this.keys = new int[scores];
        this.among = new int[scores];
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
    public static boolean[] mark(double[] scores, int count) {
        boolean[] marked = new boolean[scores.length];
        new LowestScores(scores.length, Ranking.SIGNED).mark(scores, count, marked, 0);
        return marked;
    }

    /**
     * Marks the lowest scores of one sample.
     *
     * @param scores those of all samples
     * @param sample which
     * @param count how many to mark
     * @param marked where marks go, all of them overwritten
     * @param at where they begin
     */
    void mark(HostRows scores, int sample, int count, boolean[] marked, int at) {
        if (scores.areFloats()) {
            scores.readBits(sample, keys);
            markByKeys(null, count, marked, at);
        } else {
            double[] exact = new double[keys.length];
            scores.read(sample, exact);
            mark(exact, count, marked, at);
        }
    }

    /**
     * Marks the lowest scores of one sample.
     *
     * @param scores one a cell or position, as many as this was made for
     * @param count how many to mark
     * @param marked where marks go, all of them overwritten
     * @param at where they begin
     */
    void mark(double[] scores, int count, boolean[] marked, int at) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Float.floatToRawIntBits((float) scores[i]);
        }
        markByKeys(scores, count, marked, at);
    }

    /**
     * @param exact scores that two equal keys may tell apart; null if there are none
     */
    private void markByKeys(double[] exact, int count, boolean[] marked, int at) {
        if (count == 0) {
            Arrays.fill(marked, at, at + keys.length, false);
            return;
        }
        if (ranking == Ranking.ABSOLUTE) {
            FloatOrder.ofMagnitudes(keys);
        } else {
            FloatOrder.ofBits(keys);
        }
        count();
        int bin = ranking == Ranking.ABSOLUTE ? BINS / 2 : 0; // no magnitude is below zero
        int below = 0;
        for (int block = block(bin); below + block < count; block = block(bin)) {
            below += block;
            bin += BLOCK;
        }
        while (below + histogram[bin] < count) {
            below += histogram[bin++];
        }
        int found = gather(bin);
        int last = select(among, found, count - below - 1);
        for (int i = 0; i < keys.length; i++) {
            marked[at + i] = keys[i] <= last;
        }
        int tooMany = below + upTo(last, found) - count;
        if (tooMany > 0 && exact != null) {
            tooMany -= unmarkHighest(exact, last, tooMany, marked, at);
        }
        for (int i = keys.length - 1; tooMany > 0; i--) {
            if (marked[at + i] && keys[i] == last) {
                marked[at + i] = false;
                tooMany--;
            }
        }
    }

    private static int bin(int key) {
        return (key >> SHIFT) + BINS / 2;
    }

    private void count() {
        Arrays.fill(histogram, 0);
        for (int key : keys) {
            histogram[bin(key)]++;
        }
    }

    private int block(int bin) {
        int sum = 0;
        for (int i = bin; i < bin + BLOCK; i++) {
            sum += histogram[i];
        }
        return sum;
    }

    /** The keys in a bin, of which there are few; returns how many. */
    private int gather(int bin) {
        int found = 0;
        for (int key : keys) {
            if (bin(key) == bin) {
                among[found++] = key;
            }
        }
        return found;
    }

    /** How many of those gathered are not above a key. */
    private int upTo(int key, int found) {
        int count = 0;
        for (int i = 0; i < found; i++) {
            count += among[i] <= key ? 1 : 0;
        }
        return count;
    }

    /** Of the scores with a key, unmarks those above the one that is the last to keep its mark. */
    private int unmarkHighest(double[] exact, int key, int tooMany, boolean[] marked, int at) {
        double[] equal = new double[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key) {
                equal[count++] = ranked(exact[i]);
            }
        }
        Arrays.sort(equal, 0, count);
        double last = equal[count - tooMany - 1];
        int unmarked = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == key && ranked(exact[i]) > last) {
                marked[at + i] = false;
                unmarked++;
            }
        }
        return unmarked;
    }

    private double ranked(double score) {
        return ranking == Ranking.ABSOLUTE ? Math.abs(score) : score;
    }

    /** The n keys' one of rank k (Hoare's selection, median of three); reorders them. */
    private static int select(int[] a, int n, int k) {
        int low = 0;
        int high = n - 1;
        while (low < high) {
            int pivot = median(a[low], a[(low + high) >>> 1], a[high]);
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
                    int swap = a[i];
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

    private static int median(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
