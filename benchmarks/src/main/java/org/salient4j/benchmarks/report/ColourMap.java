package org.salient4j.benchmarks.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The colours of saliency maps: from near black over violet and orange to pale yellow, lightness
 * rising evenly, so that order is seen with any colour vision and in grey print. The anchors lie on
 * matplotlib's "inferno".
 */
final class ColourMap {

    private static final int[] ANCHORS = {
        0x000004, 0x160b39, 0x420a68, 0x6a176e, 0x932667, 0xbc3754, 0xdd513a, 0xf37819, 0xfca50a,
        0xf6d746, 0xfcffa4
    };

    private static final int[] GREYS = {0x000000, 0xffffff};

    private static final IndexColorModel COLOURS = colours(ANCHORS);
    private static final IndexColorModel BLACK_TO_WHITE = colours(GREYS);

    private ColourMap() {}

    /** A PNG of one pixel a value, as a {@code data:} address. */
    static String pngDataUri(int steps, int features, byte[] levels) {
        return dataUri(png(steps, features, levels, 1, COLOURS));
    }

    /** The same from black to white: for what is no map, such as the image that is explained. */
    static String greyPngDataUri(int steps, int features, byte[] levels) {
        return dataUri(png(steps, features, levels, 1, BLACK_TO_WHITE));
    }

    private static String dataUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** A PNG of a square of {@code scale} pixels a side for each value. */
    static byte[] png(int steps, int features, byte[] levels, int scale) {
        return png(steps, features, levels, scale, COLOURS);
    }

    private static byte[] png(
            int steps, int features, byte[] levels, int scale, IndexColorModel colours) {
        int width = steps * scale;
        int height = features * scale;
        BufferedImage image =
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int level = levels[x / scale * features + y / scale] & 0xff;
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java runtime cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** The whole map from left to right, for a legend. */
    static String barDataUri() {
        byte[] levels = new byte[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) i;
        }
        return pngDataUri(256, 1, levels);
    }

    private static IndexColorModel colours(int... anchors) {
        byte[][] channels = new byte[3][256];
        for (int level = 0; level < 256; level++) {
            double at = level / 255d * (anchors.length - 1);
            int below = Math.min((int) at, anchors.length - 2);
            for (int channel = 0; channel < 3; channel++) {
                int shift = 16 - 8 * channel;
                int from = anchors[below] >> shift & 0xff;
                int to = anchors[below + 1] >> shift & 0xff;
                channels[channel][level] = (byte) Math.round(from + (at - below) * (to - from));
            }
        }
        return new IndexColorModel(8, 256, channels[0], channels[1], channels[2]);
    }
}
