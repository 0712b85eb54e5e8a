package org.salient4j.benchmarks.images;

import java.util.Arrays;
import org.salient4j.framework.Seed;
import org.salient4j.framework.data.Examples;

/**
 * The pixels of an image from the most to the least salient. A pixel's saliency is the magnitude of
 * the mean of its channels' attributions, as in the released code of saliency guided training; of
 * equal ones the pixel that comes first is first.
 */
public final class PixelRanking {
    private PixelRanking() {}

    /**
     * Ranks the pixels of one image.
     *
     * @param attribution of the image, channel by channel, at {@code from}
     * @param from where it begins
     * @param layout of the image
     * @return every pixel once
     */
    public static int[] of(double[] attribution, int from, PixelLayout layout) {
        long[] keys = new long[layout.pixels()];
        for (int p = 0; p < keys.length; p++) {
            double sum = 0;
            for (int c = 0; c < layout.channels(); c++) {
                sum += attribution[from + layout.cell(p, c)];
            }
            // Magnitudes compare like the bits of their floats; the pixel breaks ties.
            long bits = Float.floatToRawIntBits((float) Math.abs(sum / layout.channels()));
            keys[p] = (Integer.MAX_VALUE - bits) << Integer.SIZE | p;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int rank = 0; rank < order.length; rank++) {
            order[rank] = (int) keys[rank];
        }
        return order;
    }

    /** All pixels in an order that the seed fixes, without regard to any attribution. */
    public static int[] random(PixelLayout layout, Seed seed) {
        return Examples.shuffled(layout.pixels(), seed);
    }
}
