package org.salient4j.framework.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.salient4j.framework.InvalidInputException;

/**
 * What a {@code .npy} file says about itself, believed only after every part was checked.
 *
 * @param type the element type
 * @param fortranOrder whether the first axis varies fastest
 * @param shape the shape, empty for a scalar
 * @param length the number of elements
 * @param headerBytes the bytes before the first element
 */
record NpyHeader(NpyType type, boolean fortranOrder, long[] shape, int length, long headerBytes) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 20;
    private static final Pattern DESCR =
            Pattern.compile("['\"]descr['\"]\\s*:\\s*(['\"])([^'\"]*)\\1");
    private static final Pattern ORDER =
            Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)\\b");
    private static final Pattern SHAPE =
            Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    /** The number of bytes the elements take. */
    long dataBytes() {
        return (long) length * type.bytes();
    }

    static NpyHeader read(InputStream in, String name) throws IOException {
        byte[] start = in.readNBytes(8);
        boolean magic = start.length >= 6 && Arrays.equals(Arrays.copyOf(start, 6), MAGIC);
        if (!magic) {
            throw new InvalidInputException(
                    name + " is not a NumPy .npy file: it does not start with \\x93NUMPY");
        }
        int version = start.length < 8 ? -1 : start[6];
        if (start.length == 8 && (version < 1 || version > 3)) {
            throw new InvalidInputException(
                    name + ": .npy format version " + version + " is unknown, expected 1, 2 or 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        long headerLength = littleEndian(exactly(in, lengthBytes, name, start.length < 8));
        if (headerLength > LONGEST) {
            throw new InvalidInputException(
                    name
                            + ": the .npy header claims "
                            + headerLength
                            + " bytes, the file is damaged");
        }
        byte[] text = exactly(in, (int) headerLength, name, false);
        String header =
                new String(
                        text, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return parse(header, 8L + lengthBytes + headerLength, name);
    }

    private static NpyHeader parse(String header, long headerBytes, String name) {
        Matcher descr = DESCR.matcher(header);
        if (!descr.find()) {
            throw new InvalidInputException(
                    name + ": expected one plain element type, found the header " + header.strip());
        }
        NpyType type = NpyType.of(descr.group(2), name);
        boolean fortran = group(ORDER, header, "fortran_order", name).equals("True");
        String sizes = group(SHAPE, header, "shape", name).replace("L", "");
        long[] shape =
                Arrays.stream(sizes.split(","))
                        .map(String::trim)
                        .filter(s -> !s.isEmpty())
                        .mapToLong(s -> size(s, name))
                        .toArray();
        return new NpyHeader(type, fortran, shape, length(shape, name), headerBytes);
    }

    private static String group(Pattern pattern, String header, String key, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new InvalidInputException(
                    name + ": the .npy header has no readable '" + key + "': " + header.strip());
        }
        return matcher.group(1);
    }

    private static long size(String text, String name) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    name + ": the .npy header has a bad axis length '" + text + "'", e);
        }
    }

    private static int length(long[] shape, String name) {
        // An axis of length 0 makes the array empty however long the others are.
        if (LongStream.of(shape).anyMatch(n -> n == 0)) {
            return 0;
        }
        long length = 1;
        for (long n : shape) {
            if (n > Integer.MAX_VALUE - 8 || length * n > Integer.MAX_VALUE - 8) {
                throw new InvalidInputException(
                        name + ": shape " + text(shape) + " has more than 2147483639 elements");
            }
            length *= n;
        }
        return (int) length;
    }

    private static String text(long[] shape) {
        return LongStream.of(shape)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static byte[] exactly(InputStream in, int count, String name, boolean cut)
            throws IOException {
        byte[] bytes = cut ? new byte[0] : in.readNBytes(count);
        if (bytes.length < count) {
            throw new InvalidInputException(
                    name + " is truncated: it ends inside the .npy header",
                    new EOFException("end of file in the header"));
        }
        return bytes;
    }

    private static long littleEndian(byte[] bytes) {
        long value = 0;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    /**
     * The first bytes of a version 1 file, padded so that the elements start at a multiple of 64.
     */
    static byte[] written(NpyType type, long[] shape) {
        String tuple = shape.length == 1 ? "(" + shape[0] + ",)" : text(shape);
        String dictionary =
                "{'descr': '"
                        + type.code()
                        + "', 'fortran_order': False, 'shape': "
                        + tuple
                        + ", }";
        int total = (10 + dictionary.length() + 1 + 63) / 64 * 64;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
        bytes[6] = 1;
        bytes[7] = 0;
        bytes[8] = (byte) (total - 10);
        bytes[9] = (byte) (total - 10 >> 8);
        byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, bytes, 10, text.length);
        bytes[total - 1] = '\n';
        return bytes;
    }
}
