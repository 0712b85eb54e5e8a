package org.salient4j.framework.fetch.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.InvalidInputException;

/**
 * A struct in Thrift's compact protocol, whatever its type: field number to value. Integers are
 * {@code Long}, binaries {@code byte[]}, lists {@code List}, structs again this.
 *
 * @param fields the fields that are set
 */
record ThriftStruct(Map<Integer, Object> fields) {
    private static final int DEEPEST = 32;
    private static final int TRUE = 1;
    private static final int FALSE = 2;
    private static final int BYTE = 3;
    private static final int I16 = 4;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int STRUCT = 12;

    /** Reads one from where the buffer stands, and leaves the buffer behind it. */
    static ThriftStruct read(ByteBuffer in) {
        return read(in, 0);
    }

    private static ThriftStruct read(ByteBuffer in, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidInputException("structs are nested too deeply");
        }
        Map<Integer, Object> fields = new HashMap<>();
        int id = 0;
        for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
            int delta = head >>> 4;
            id = delta == 0 ? (int) zigzag(in) : id + delta;
            int type = head & 0xf;
            // A boolean field has no value but its type.
            fields.put(id, type == TRUE || type == FALSE ? type == TRUE : value(in, type, depth));
        }
        return new ThriftStruct(fields);
    }

    private static Object value(ByteBuffer in, int type, int depth) {
        switch (type) {
            case TRUE:
            case FALSE:
                return in.get() == TRUE;
            case BYTE:
                return (long) in.get();
            case I16:
            case I32:
            case I64:
                return zigzag(in);
            case DOUBLE:
                return in.getDouble();
            case BINARY:
                byte[] bytes = new byte[length(in)];
                in.get(bytes);
                return bytes;
            case LIST:
            case SET:
                return list(in, depth);
            case MAP:
                return map(in, depth);
            case STRUCT:
                return read(in, depth + 1);
            default:
                throw new InvalidInputException("a field has the unknown type " + type);
        }
    }

    private static List<Object> list(ByteBuffer in, int depth) {
        int head = in.get() & 0xff;
        int size = head >>> 4 == 15 ? length(in) : head >>> 4;
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(value(in, head & 0xf, depth + 1));
        }
        return items;
    }

    /** Keys and values one after the other: nothing here looks into a map. */
    private static List<Object> map(ByteBuffer in, int depth) {
        int size = length(in);
        List<Object> items = new ArrayList<>();
        int types = size == 0 ? 0 : in.get() & 0xff;
        for (int i = 0; i < size; i++) {
            items.add(value(in, types >>> 4, depth + 1));
            items.add(value(in, types & 0xf, depth + 1));
        }
        return items;
    }

    private static int length(ByteBuffer in) {
        long length = Varint.read(in);
        // Nothing is longer than what is left, so a damaged length takes no memory.
        if (length < 0 || length > in.remaining()) {
            throw new InvalidInputException("a length of " + length + " goes past the end");
        }
        return (int) length;
    }

    private static long zigzag(ByteBuffer in) {
        long n = Varint.read(in);
        return (n >>> 1) ^ -(n & 1);
    }

    /** An integer, or this if it is not set. */
    long integer(int id, long otherwise) {
        return fields.get(id) instanceof Long ? (Long) fields.get(id) : otherwise;
    }

    /** An integer that must be set. */
    long integer(int id) {
        return of(id, Long.class);
    }

    String text(int id) {
        return new String(of(id, byte[].class), StandardCharsets.UTF_8);
    }

    ThriftStruct struct(int id) {
        return of(id, ThriftStruct.class);
    }

    List<ThriftStruct> structs(int id) {
        return ((List<?>) of(id, List.class)).stream().map(ThriftStruct.class::cast).toList();
    }

    List<String> texts(int id) {
        return ((List<?>) of(id, List.class))
                .stream().map(t -> new String((byte[]) t, StandardCharsets.UTF_8)).toList();
    }

    private <T> T of(int id, Class<T> type) {
        Object value = fields.get(id);
        if (!type.isInstance(value)) {
            throw new InvalidInputException("field " + id + " is missing or of another type");
        }
        return type.cast(value);
    }
}
