package org.salient4j.benchmarks.images;

import java.util.Base64;
import java.util.List;
import org.salient4j.benchmarks.measurement.SaliencyPicture;

/**
 * Images and their maps as pictures: the mean over the channels, or its magnitude.
 *
 * @param layout of the values
 * @param height rows
 * @param width columns
 * @param series whether the values are [T, F] with the columns of the image as steps
 */
record ImagePictures(PixelLayout layout, int height, int width, boolean series) {
    private static final int WHITE = 255;

    /** An image, from its least value to its greatest. */
    SaliencyPicture image(String title, double[] values, int from) {
        double[] pixels = pixels(values, from);
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double pixel : pixels) {
            least = Math.min(least, pixel);
            greatest = Math.max(greatest, pixel);
        }
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] -= least;
        }
        return picture(title, pixels, greatest - least);
    }

    /** Magnitudes, over their greatest. */
    SaliencyPicture map(String title, double[] values, int from) {
        double[] pixels = pixels(values, from);
        double greatest = 0;
        for (int p = 0; p < pixels.length; p++) {
            pixels[p] = Math.abs(pixels[p]);
            greatest = Math.max(greatest, pixels[p]);
        }
        return picture(title, pixels, greatest);
    }

    private double[] pixels(double[] values, int from) {
        double[] pixels = new double[layout.pixels()];
        for (int p = 0; p < pixels.length; p++) {
            for (int c = 0; c < layout.channels(); c++) {
                pixels[p] += values[from + layout.cell(p, c)] / layout.channels();
            }
        }
        return pixels;
    }

    private SaliencyPicture picture(String title, double[] pixels, double greatest) {
        // A picture is kept column after column.
        byte[] levels = new byte[pixels.length];
        for (int column = 0; column < width; column++) {
            for (int row = 0; row < height; row++) {
                double pixel = pixels[series ? column * height + row : row * width + column];
                levels[column * height + row] =
                        (byte) (greatest > 0 ? Math.round(WHITE * pixel / greatest) : 0);
            }
        }
        return new SaliencyPicture(
                title, width, height, Base64.getEncoder().encodeToString(levels), List.of());
    }
}
