package org.salient4j.framework.images;

/**
 * Bilinear resizing of bytes with a filter that grows with the reduction, so that nothing aliases:
 * Pillow's {@code resize(…, BILINEAR)}, which torchvision uses on images, byte by byte.
 *
 * <p>Along each axis in turn, first the width, an output pixel is a weighted sum of the input
 * pixels within the filter's reach, {@code max(1, in/out)} to each side of its centre; the weights
 * fall linearly, sum to one, and are rounded to 22 bits. Each pass rounds to bytes.
 */
final class Resampling {
    private static final int BITS = 22;
    private static final int HALF = 1 << (BITS - 1);

    /** The first input pixel of each output pixel. */
    private final int[] first;

    /** The weights of the input pixels from there on. */
    private final int[][] weights;

    private Resampling(int in, int out) {
        first = new int[out];
        weights = new int[out][];
        double scale = (double) in / out;
        double reach = Math.max(scale, 1);
        for (int i = 0; i < out; i++) {
            double centre = (i + 0.5) * scale;
            int from = Math.max(0, (int) (centre - reach + 0.5));
            int to = Math.min(in, (int) (centre + reach + 0.5));
            first[i] = from;
            weights[i] = rounded(triangle(from, to, centre, reach));
        }
    }

    private static double[] triangle(int from, int to, double centre, double reach) {
        double[] raw = new double[to - from];
        double sum = 0;
        for (int k = 0; k < raw.length; k++) {
            raw[k] = Math.max(0, 1 - Math.abs((k + from - centre + 0.5) * (1 / reach)));
            sum += raw[k];
        }
        for (int k = 0; k < raw.length; k++) {
            raw[k] /= sum;
        }
        return raw;
    }

    private static int[] rounded(double[] raw) {
        int[] fixed = new int[raw.length];
        for (int k = 0; k < raw.length; k++) {
            fixed[k] = (int) (0.5 + raw[k] * (1 << BITS));
        }
        return fixed;
    }

    /**
     * Resizes one channel.
     *
     * @param plane row by row
     * @param from its size
     * @param to the size to make
     */
    static byte[] resize(byte[] plane, ImageSize from, ImageSize to) {
        byte[] wide = plane;
        if (from.width() != to.width()) {
            Resampling columns = new Resampling(from.width(), to.width());
            wide = new byte[from.height() * to.width()];
            for (int y = 0; y < from.height(); y++) {
                columns.line(plane, y * from.width(), 1, wide, y * to.width(), 1);
            }
        }
        if (from.height() == to.height()) {
            return wide;
        }
        Resampling rows = new Resampling(from.height(), to.height());
        byte[] high = new byte[to.height() * to.width()];
        for (int x = 0; x < to.width(); x++) {
            rows.line(wide, x, to.width(), high, x, to.width());
        }
        return high;
    }

    private void line(byte[] in, int start, int step, byte[] out, int outStart, int outStep) {
        for (int i = 0; i < first.length; i++) {
            int sum = HALF;
            int at = start + first[i] * step;
            for (int weight : weights[i]) {
                sum += (in[at] & 0xff) * weight;
                at += step;
            }
            // Weights that sum to a little more than one may give a little more than 255.
            out[outStart + i * outStep] = (byte) Math.max(0, Math.min(255, sum >> BITS));
        }
    }
}
