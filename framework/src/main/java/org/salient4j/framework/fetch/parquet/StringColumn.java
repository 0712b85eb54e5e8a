package org.salient4j.framework.fetch.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.salient4j.framework.InvalidInputException;

/**
 * Reads one column of strings of a Parquet file.
 *
 * <p>It reads what writers make of such a column by default: flat, every value there, pages of
 * version 1, plain or with a dictionary, not compressed or with Snappy. Anything else is refused
 * with its name. For other columns or files use a whole Parquet library.
 *
 * <p>The format: <a href="https://parquet.apache.org/docs/file-format/">Apache Parquet, File
 * Format</a>.
 */
public final class StringColumn {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTE_ARRAY = 6;
    private static final int REQUIRED = 0;
    private static final int DATA_PAGE = 0;
    private static final int DICTIONARY_PAGE = 2;
    private static final int SNAPPY = 1;
    private static final int PLAIN = 0;
    private static final int PLAIN_DICTIONARY = 2;
    private static final int RLE = 3;
    private static final int RLE_DICTIONARY = 8;

    private final ByteBuffer file;
    private final List<String> values = new ArrayList<>();
    private final boolean optional;
    private final long rows;

    private StringColumn(ByteBuffer file, boolean optional, long rows) {
        this.file = file;
        this.optional = optional;
        this.rows = rows;
    }

    /**
     * @param file the whole file
     * @param column the name of the column
     * @param name what errors call the file
     * @throws InvalidInputException if it is no Parquet file, is damaged, has no such column or has
     *     it in a form that is not read here
     */
    public static List<String> read(byte[] file, String column, String name) {
        try {
            return read(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), column);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(name + ": " + e.getMessage(), e);
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException
                | IOException e) {
            throw new InvalidInputException(name + " is damaged: it is no whole Parquet file", e);
        }
    }

    private static List<String> read(ByteBuffer file, String column) throws IOException {
        ThriftStruct footer = footer(file);
        List<ThriftStruct> schema = footer.structs(2);
        ThriftStruct element =
                schema.stream()
                        .skip(1)
                        .filter(field -> field.text(4).equals(column))
                        .findFirst()
                        .orElseThrow(() -> noColumn(column, schema));
        if (element.integer(1, -1) != BYTE_ARRAY) {
            throw new InvalidInputException("column '" + column + "' holds no strings");
        }
        if (element.integer(3, REQUIRED) > 1) {
            throw new InvalidInputException("column '" + column + "' holds lists");
        }
        StringColumn reader =
                new StringColumn(file, element.integer(3, REQUIRED) != REQUIRED, footer.integer(3));
        for (ThriftStruct group : footer.structs(4)) {
            for (ThriftStruct chunk : group.structs(1)) {
                if (chunk.struct(3).texts(3).equals(List.of(column))) {
                    reader.addChunk(chunk.struct(3));
                }
            }
        }
        if (reader.values.size() != reader.rows) {
            throw new InvalidInputException(
                    "column '%s' has %d values, expected %d"
                            .formatted(column, reader.values.size(), reader.rows));
        }
        return reader.values;
    }

    private static ThriftStruct footer(ByteBuffer file) {
        int end = file.limit();
        if (end < 12 || !starts(file, 0) || !starts(file, end - 4)) {
            throw new InvalidInputException("no Parquet file: expected PAR1 at both its ends");
        }
        int length = file.getInt(end - 8);
        if (length < 1 || length > end - 12) {
            throw new InvalidInputException("its description has the impossible length " + length);
        }
        return ThriftStruct.read(file.slice(end - 8 - length, length));
    }

    private static boolean starts(ByteBuffer file, int at) {
        return file.slice(at, 4).equals(ByteBuffer.wrap(MAGIC));
    }

    private static InvalidInputException noColumn(String column, List<ThriftStruct> schema) {
        List<String> names = schema.stream().skip(1).map(field -> field.text(4)).toList();
        return new InvalidInputException(
                "no column '" + column + "', there are: " + String.join(", ", names));
    }

    private void addChunk(ThriftStruct chunk) throws IOException {
        long codec = chunk.integer(4);
        if (codec != 0 && codec != SNAPPY) {
            throw new InvalidInputException(
                    "compressed with codec " + codec + ": only none (0) and Snappy (1) are read");
        }
        long from = Math.min(chunk.integer(9), chunk.integer(11, Long.MAX_VALUE));
        ByteBuffer in =
                file.slice(Math.toIntExact(from), Math.toIntExact(chunk.integer(7)))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long wanted = values.size() + chunk.integer(5);
        String[] dictionary = {};
        while (values.size() < wanted) {
            ThriftStruct page = ThriftStruct.read(in);
            long type = page.integer(1);
            if (type != DICTIONARY_PAGE && type != DATA_PAGE) {
                throw new InvalidInputException(
                        "pages of type " + type + ": only version 1 is read");
            }
            ByteBuffer body = body(take(in, size(page, 3)), size(page, 2), codec == SNAPPY);
            if (type == DICTIONARY_PAGE) {
                dictionary = plain(body, count(page.struct(7)));
            } else {
                addPage(page.struct(5), body, dictionary);
            }
        }
    }

    private static int size(ThriftStruct struct, int field) {
        return Math.toIntExact(struct.integer(field));
    }

    /** How many values a page has: no more than the column, or the number is damaged. */
    private int count(ThriftStruct header) {
        long count = header.integer(1);
        if (count < 0 || count > rows) {
            throw new InvalidInputException(
                    "a page has %d values, the column %d".formatted(count, rows));
        }
        return (int) count;
    }

    private static ByteBuffer body(byte[] stored, int size, boolean snappy) throws IOException {
        if (!snappy) {
            return ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        }
        try (InputStream in = new SnappyCompressorInputStream(new ByteArrayInputStream(stored))) {
            byte[] body = in.readNBytes(size);
            if (body.length != size || in.read() >= 0) {
                throw new IOException("a page has another size than it says");
            }
            return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private void addPage(ThriftStruct header, ByteBuffer body, String[] dictionary) {
        int count = count(header);
        if (optional) {
            requireNoNull(header, body, count);
        }
        long encoding = header.integer(2);
        if (encoding == PLAIN) {
            values.addAll(Arrays.asList(plain(body, count)));
        } else if (encoding == PLAIN_DICTIONARY || encoding == RLE_DICTIONARY) {
            for (int index : HybridRuns.read(body, body.get(), count)) {
                values.add(dictionary[index]);
            }
        } else {
            throw new InvalidInputException(
                    "values in encoding " + encoding + ": only plain and dictionaries are read");
        }
    }

    private static void requireNoNull(ThriftStruct header, ByteBuffer body, int count) {
        if (header.integer(3) != RLE) {
            throw new InvalidInputException("levels in encoding " + header.integer(3));
        }
        int length = body.getInt();
        ByteBuffer levels = body.slice(body.position(), length);
        body.position(body.position() + length);
        for (int level : HybridRuns.read(levels, 1, count)) {
            if (level == 0) {
                throw new InvalidInputException("a value is missing: only whole columns are read");
            }
        }
    }

    private static String[] plain(ByteBuffer body, int count) {
        String[] strings = new String[Math.min(count, body.remaining())];
        for (int i = 0; i < count; i++) {
            strings[i] = new String(take(body, body.getInt()), StandardCharsets.UTF_8);
        }
        return strings;
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
