package org.salient4j.framework.cpu;

import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * The highest pixel of each window, and its gradient. Pixels are compared as integers in the order
 * of their values: which is the highest cannot be foreseen, and comparisons of integers need no
 * branches, whose mispredictions cost the stock operation ten times the work itself.
 *
 * <p>A zero of either sign is one zero. NaN takes the place that its bits give it, above or below
 * all numbers.
 */
final class MaxPooling {
    /** Pixels that are worked on at once, at least a plane: they stay in the cache. */
    private static final int BLOCK = 1 << 14;

    private final PoolingCall call;
    private final int block;
    private final int[] pixels;
    private final int[] results;

    /** The highest pixels so far of the windows in one row, and where they are. */
    private final int[] highest;

    private final int[] places;

    MaxPooling(PoolingCall call) {
        this.call = call;
        this.block = Math.max(1, Math.min(call.planes(), BLOCK / call.pixels()));
        this.pixels = new int[block * call.pixels()];
        this.results = new int[block * call.positions()];
        this.highest = new int[call.columns().outputs()];
        this.places = new int[call.columns().outputs()];
    }

    /** From the bits of the pixels to those of the highest. */
    void forward(IntBuffer x, IntBuffer y) {
        for (int plane = 0; plane < call.planes(); plane += block) {
            int planes = Math.min(block, call.planes() - plane);
            read(x, plane, planes);
            for (int row = 0; row < planes * call.rows().outputs(); row++) {
                int to = row * call.columns().outputs();
                if (call.isTiled()) {
                    int width = call.columns().size();
                    tiles(pixels, firstPixel(row), width, results, to, highest.length);
                } else {
                    windows(row);
                    System.arraycopy(highest, 0, results, to, highest.length);
                }
            }
            int count = planes * call.positions();
            toBits(results, count);
            y.put(plane * call.positions(), results, 0, count);
        }
    }

    /**
     * From the bits of the pixels and of the results' gradients to those of the pixels': the first
     * of the highest of a window takes its gradient.
     */
    void backward(IntBuffer x, IntBuffer dy, IntBuffer dx) {
        int[] tiled = new int[call.isTiled() ? pixels.length : 0];
        float[] sums = new float[pixels.length - tiled.length];
        for (int plane = 0; plane < call.planes(); plane += block) {
            int planes = Math.min(block, call.planes() - plane);
            int count = planes * call.pixels();
            read(x, plane, planes);
            dy.get(plane * call.positions(), results, 0, planes * call.positions());
            Arrays.fill(tiled, 0);
            Arrays.fill(sums, 0);
            for (int row = 0; row < planes * call.rows().outputs(); row++) {
                int from = row * call.columns().outputs();
                if (call.isTiled()) {
                    int width = call.columns().size();
                    tileGradients(
                            pixels, firstPixel(row), width, results, from, highest.length, tiled);
                } else {
                    windows(row);
                    add(results, from, places, sums);
                }
            }
            if (!call.isTiled()) {
                for (int i = 0; i < count; i++) {
                    pixels[i] = Float.floatToRawIntBits(sums[i]);
                }
            }
            dx.put(plane * call.pixels(), call.isTiled() ? tiled : pixels, 0, count);
        }
    }

    private void read(IntBuffer x, int plane, int planes) {
        int count = planes * call.pixels();
        x.get(plane * call.pixels(), pixels, 0, count);
        toOrder(pixels, count);
    }

    /** Bits of floats to integers in the same order; as all loops here without a branch. */
    private static void toOrder(int[] bits, int count) {
        for (int i = 0; i < count; i++) {
            int sign = bits[i] >> 31;
            bits[i] = ((bits[i] & Integer.MAX_VALUE) ^ sign) - sign;
        }
    }

    /** And back. */
    private static void toBits(int[] ordered, int count) {
        for (int i = 0; i < count; i++) {
            int sign = ordered[i] >> 31;
            ordered[i] = ((ordered[i] ^ sign) - sign) | (sign & Integer.MIN_VALUE);
        }
    }

    /** The first pixel of a row of tiles; rows are counted through all planes of a block. */
    private int firstPixel(int row) {
        int height = call.rows().outputs();
        return row / height * call.pixels() + 2 * (row % height) * call.columns().size();
    }

    private static void tiles(int[] pixels, int from, int width, int[] results, int to, int n) {
        for (int i = 0; i < n; i++) {
            int at = from + 2 * i;
            int upper = Math.max(pixels[at], pixels[at + 1]);
            int lower = Math.max(pixels[at + width], pixels[at + width + 1]);
            results[to + i] = Math.max(upper, lower);
        }
    }

    private static void tileGradients(
            int[] pixels, int from, int width, int[] given, int givenFrom, int n, int[] gradients) {
        for (int i = 0; i < n; i++) {
            int at = from + 2 * i;
            int a = pixels[at];
            int b = pixels[at + 1];
            int c = pixels[at + width];
            int d = pixels[at + width + 1];
            int upper = b > a ? at + 1 : at;
            int lower = d > c ? at + width + 1 : at + width;
            gradients[Math.max(c, d) > Math.max(a, b) ? lower : upper] = given[givenFrom + i];
        }
    }

    /** The windows of a row of the result, all of them at once, tap after tap. */
    private void windows(int row) {
        ConvolutionAxis rows = call.rows();
        ConvolutionAxis columns = call.columns();
        int width = columns.size();
        int plane = row / rows.outputs() * call.pixels();
        int top = row % rows.outputs() * rows.stride() - rows.padding();
        Arrays.fill(highest, Integer.MIN_VALUE);
        for (int down = 0; down < rows.taps(); down++) {
            int y = top + down * rows.dilation();
            if (y < 0 || y >= rows.size()) {
                continue;
            }
            for (int across = 0; across < columns.taps(); across++) {
                int x = across * columns.dilation() - columns.padding();
                int first = Math.max(0, Math.floorDiv(columns.stride() - 1 - x, columns.stride()));
                int end = Math.floorDiv(width - 1 - x, columns.stride()) + 1;
                int last = Math.min(columns.outputs(), end);
                raise(plane + y * width + x, columns.stride(), first, last);
            }
        }
    }

    private void raise(int from, int stride, int first, int end) {
        for (int i = first; i < end; i++) {
            int at = from + i * stride;
            boolean higher = pixels[at] > highest[i];
            places[i] = higher ? at : places[i];
            highest[i] = higher ? pixels[at] : highest[i];
        }
    }

    private static void add(int[] given, int from, int[] places, float[] sums) {
        for (int i = 0; i < places.length; i++) {
            sums[places[i]] += Float.intBitsToFloat(given[from + i]);
        }
    }
}
