package org.salient4j.framework.io;

import java.nio.ByteOrder;
import org.nd4j.linalg.api.buffer.DataType;
import org.salient4j.framework.InvalidInputException;

/**
 * An element type of NumPy and the ND4J type that holds it.
 *
 * @param kind NumPy's letter: f(loat), i(nteger), u(nsigned), b(oolean)
 * @param bytes the width of an element
 * @param order the byte order
 */
record NpyType(char kind, int bytes, ByteOrder order) {

    static NpyType of(String descr, String name) {
        if (!descr.matches("([<>|=]?)(f[48]|i[1248]|u[12]|b1)")) {
            throw new InvalidInputException(
                    name
                            + ": element type '"
                            + descr
                            + "' is not supported, expected float32, float64, int8 to int64, uint8,"
                            + " uint16 or bool; convert it in NumPy with .astype");
        }
        int letter = descr.length() - 2;
        ByteOrder order = descr.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyType(descr.charAt(letter), descr.charAt(letter + 1) - '0', order);
    }

    static NpyType of(DataType type) {
        switch (type) {
            case FLOAT:
                return new NpyType('f', 4, ByteOrder.LITTLE_ENDIAN);
            case DOUBLE:
                return new NpyType('f', 8, ByteOrder.LITTLE_ENDIAN);
            case INT:
                return new NpyType('i', 4, ByteOrder.LITTLE_ENDIAN);
            case LONG:
                return new NpyType('i', 8, ByteOrder.LITTLE_ENDIAN);
            case BOOL:
                return new NpyType('b', 1, ByteOrder.LITTLE_ENDIAN);
            default:
                throw new InvalidInputException(
                        "arrays of "
                                + type
                                + " cannot be written as .npy, expected FLOAT, DOUBLE, INT, LONG or"
                                + " BOOL: cast with castTo");
        }
    }

    /** NumPy's name of the type, such as {@code <f4}. */
    String code() {
        String prefix = bytes == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<";
        return prefix + kind + bytes;
    }

    /** The ND4J type that holds every value of this one. */
    DataType dataType() {
        switch (kind) {
            case 'f':
                return bytes == 4 ? DataType.FLOAT : DataType.DOUBLE;
            case 'b':
                return DataType.BOOL;
            default:
                return bytes == 8 ? DataType.INT64 : DataType.INT32;
        }
    }
}
