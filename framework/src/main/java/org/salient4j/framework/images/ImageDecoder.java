package org.salient4j.framework.images;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.salient4j.framework.InvalidInputException;

/**
 * Decodes image files to bytes, channel by channel.
 *
 * <p>Samples are taken as the file stores them: Java's own conversion of grey pixels to RGB changes
 * their values. JPEGs give the bytes that Pillow gives. What the decoder only warns of, data that
 * ends early or makes no sense, is an error here: the rest of such an image would be grey.
 *
 * @param options what images shall be
 */
record ImageDecoder(ImageOptions options) {
    private static final int BITS = 8;

    /**
     * One image.
     *
     * @param values channel by channel, row by row
     * @param size height and width
     */
    record Decoded(byte[] values, ImageSize size) {}

    /**
     * @param file the bytes of the file
     * @param name what errors call it
     * @throws InvalidInputException if it cannot be decoded or is of another kind than asked for
     */
    Decoded decode(byte[] file, String name) {
        BufferedImage image = image(file, name);
        PixelKind kind = requireKind(image, name);
        ImageSize size = new ImageSize(image.getHeight(), image.getWidth());
        byte[][] planes = planes(image, kind.grey() ? 1 : 3, name);
        if (planes.length == 3 && options.channels() == 1) {
            planes = new byte[][] {luma(planes)};
        }
        ImageSize target = options.size() == null ? size : options.size();
        byte[] values = new byte[options.channels() * target.height() * target.width()];
        int plane = target.height() * target.width();
        for (int c = 0; c < options.channels(); c++) {
            byte[] channel = Resampling.resize(planes[c % planes.length], size, target);
            System.arraycopy(channel, 0, values, c * plane, plane);
        }
        return new Decoded(values, target);
    }

    private static BufferedImage image(byte[] file, String name) {
        List<String> damage = new ArrayList<>();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new InvalidInputException(name + " is no image that is read here");
            }
            ImageReader reader = readers.next();
            try {
                reader.addIIOReadWarningListener((source, warning) -> damage.add(warning));
                reader.setInput(in, true, true);
                BufferedImage image = reader.read(0);
                damage.stream()
                        .filter(ImageDecoder::serious)
                        .findFirst()
                        .ifPresent(
                                warning -> {
                                    throw new InvalidInputException(
                                            name + " is damaged: " + warning);
                                });
                return image;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof InvalidInputException) {
                throw (InvalidInputException) e;
            }
            // Some decoders of the platform throw whatever a damaged file makes them stumble over.
            throw new InvalidInputException(
                    "%s cannot be decoded: %s".formatted(name, reason(e)), e);
        }
    }

    /** Bytes between two parts of a JPEG are skipped by every decoder, without loss. */
    private static boolean serious(String warning) {
        return warning.startsWith("Truncated File")
                || warning.startsWith("Premature end")
                || warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes");
    }

    private static String reason(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.contains("Unsupported Image Type") ? message + " (CMYK?)" : message;
    }

    private PixelKind requireKind(BufferedImage image, String name) {
        PixelKind kind = PixelKind.of(image);
        PixelKind wanted = options.channels() == 1 ? PixelKind.GREY : PixelKind.RGB;
        if (kind == PixelKind.CMYK || kind == PixelKind.OTHER) {
            throw new InvalidInputException(
                    "%s is %s, expected %s: convert it first, in Pillow with .convert('%s')"
                            .formatted(
                                    name,
                                    kind.words(),
                                    wanted.words(),
                                    wanted == PixelKind.GREY ? "L" : "RGB"));
        }
        if (kind != wanted && !options.convert()) {
            throw new InvalidInputException(
                    "%s is %s, expected %s: convert it, or read with conversion"
                            .formatted(name, kind.words(), wanted.words()));
        }
        return kind;
    }

    private static byte[][] planes(BufferedImage image, int channels, String name) {
        Raster raster = image.getRaster();
        if (image.getColorModel() instanceof IndexColorModel) {
            return looked(raster, (IndexColorModel) image.getColorModel(), channels);
        }
        int height = raster.getHeight();
        int width = raster.getWidth();
        byte[][] planes = new byte[channels][height * width];
        int[] samples = new int[height * width];
        for (int c = 0; c < channels; c++) {
            int bits = image.getColorModel().getComponentSize(c);
            if (bits != BITS) {
                throw new InvalidInputException(
                        "%s has %d bits a channel, expected 8".formatted(name, bits));
            }
            raster.getSamples(raster.getMinX(), raster.getMinY(), width, height, c, samples);
            for (int i = 0; i < samples.length; i++) {
                planes[c][i] = (byte) samples[i];
            }
        }
        return planes;
    }

    private static byte[][] looked(Raster raster, IndexColorModel palette, int channels) {
        int height = raster.getHeight();
        int width = raster.getWidth();
        byte[][] planes = new byte[channels][height * width];
        int[] indices =
                raster.getSamples(
                        raster.getMinX(), raster.getMinY(), width, height, 0, (int[]) null);
        for (int i = 0; i < indices.length; i++) {
            int colour = palette.getRGB(indices[i]);
            for (int c = 0; c < channels; c++) {
                planes[c][i] = (byte) (colour >> (16 - 8 * c));
            }
        }
        return planes;
    }

    /** The weights of ITU-R 601 in 16 bits, rounded, as Pillow weighs colours. */
    private static byte[] luma(byte[][] rgb) {
        byte[] grey = new byte[rgb[0].length];
        for (int i = 0; i < grey.length; i++) {
            int sum =
                    19595 * (rgb[0][i] & 0xff)
                            + 38470 * (rgb[1][i] & 0xff)
                            + 7471 * (rgb[2][i] & 0xff);
            grey[i] = (byte) ((sum + 0x8000) >> 16);
        }
        return grey;
    }
}
