package org.salient4j.framework.images;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.AtomicFile;

/**
 * An array of bytes in IDX, the format of MNIST: two zero bytes, the type (8 for unsigned bytes),
 * the number of axes, each length as a big-endian int, then the elements in C order. Raw or
 * gzipped, whatever the name.
 *
 * @param shape the length of each axis
 * @param elements the elements, unsigned
 */
record IdxFile(int[] shape, byte[] elements) {
    private static final int UNSIGNED_BYTE = 8;
    private static final int GZIP = 0x1f8b;

    /**
     * Reads a file.
     *
     * @param file the file
     * @param axes how many axes it must have
     * @throws InvalidInputException if it is missing, is something else, or is longer or shorter
     *     than it says
     */
    static IdxFile read(Path file, int axes) {
        try (InputStream in = open(file)) {
            int[] shape = header(in, axes, file);
            long length = 1;
            for (int axis : shape) {
                length *= axis;
                if (axis < 1 || length > Integer.MAX_VALUE - 8) {
                    throw new InvalidInputException(
                            "%s says its shape is %s: that cannot be"
                                    .formatted(file, Arrays.toString(shape)));
                }
            }
            byte[] elements = in.readNBytes((int) length);
            if (elements.length < length) {
                throw new InvalidInputException(
                        "%s is truncated: its shape %s needs %d bytes, it has %d"
                                .formatted(file, Arrays.toString(shape), length, elements.length));
            }
            if (in.read() >= 0) {
                throw new InvalidInputException(
                        "%s goes on after the %d bytes of its shape %s"
                                .formatted(file, length, Arrays.toString(shape)));
            }
            return new IdxFile(shape, elements);
        } catch (EOFException | ZipException e) {
            throw new InvalidInputException(
                    file + " is truncated or damaged: it cannot be decompressed to its end", e);
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            byte[] start = in.readNBytes(2);
            in.reset();
            boolean zipped = start.length == 2 && ByteBuffer.wrap(start).getChar() == GZIP;
            return zipped ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static int[] header(InputStream in, int axes, Path file) throws IOException {
        byte[] magic = in.readNBytes(4);
        byte[] expected = {0, 0, UNSIGNED_BYTE, (byte) axes};
        if (!Arrays.equals(magic, expected)) {
            throw new InvalidInputException(
                    "%s is no IDX file of unsigned bytes with %d axes: expected it to start with %s, found %s"
                            .formatted(file, axes, words(expected), words(magic)));
        }
        byte[] lengths = in.readNBytes(4 * axes);
        if (lengths.length < 4 * axes) {
            throw new InvalidInputException(file + " is truncated: it ends inside its header");
        }
        int[] shape = new int[axes];
        ByteBuffer.wrap(lengths).asIntBuffer().get(shape);
        return shape;
    }

    private static String words(byte[] bytes) {
        int[] unsigned = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            unsigned[i] = bytes[i] & 0xff;
        }
        return Arrays.toString(unsigned);
    }
}
