package org.salient4j.framework.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.InvalidInputException;

/**
 * Arrays in NumPy's {@code .npy} format, versions 1 to 3.
 *
 * <p>Reads float32, float64 (as FLOAT, DOUBLE), int64 (LONG), the narrower integers (INT) and bool
 * (BOOL), of either byte order, in C or Fortran order; always gives an array in C order. Writes
 * FLOAT, DOUBLE, INT, LONG and BOOL so that {@code numpy.load} reads them.
 *
 * <p>Why not ND4J's own reader: it parses in native code and trusts the header, so a damaged file
 * ends the Java process instead of giving an error.
 */
public final class NpyFile {

    private NpyFile() {}

    /**
     * @param file a {@code .npy} file
     * @return the array, C order
     * @throws InvalidInputException if the file is missing, not {@code .npy}, of a type that is not
     *     supported, truncated, or longer than its header says
     */
    public static INDArray read(Path file) {
        if (Files.isDirectory(file)) {
            throw new InvalidInputException(file + " is a folder, expected a .npy file");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(in, Files.size(file), file.toString());
        } catch (IOException e) {
            throw new InvalidInputException("cannot read " + file + ": " + AtomicFile.reason(e), e);
        }
    }

    /**
     * Reads one array to the end of a stream, such as an entry of an archive.
     *
     * @param in the stream, not closed
     * @param size its length in bytes; the header is held against it before memory is taken
     * @param name what errors call it
     * @throws InvalidInputException if the content is not what its header says
     */
    public static INDArray read(InputStream in, long size, String name) throws IOException {
        NpyHeader header = NpyHeader.read(in, name);
        long expected = header.headerBytes() + header.dataBytes();
        if (size < expected) {
            throw new InvalidInputException(
                    name + " is truncated: expected " + expected + " bytes, found " + size);
        }
        if (size > expected) {
            throw new InvalidInputException(
                    name
                            + " has "
                            + (size - expected)
                            + " bytes after its array: expected "
                            + expected
                            + " bytes, found "
                            + size);
        }
        return NpyElements.read(in, header, name);
    }

    /**
     * Writes the array in C order, whole or not at all.
     *
     * @throws FileWriteException if the file cannot be written
     * @throws InvalidInputException if the element type has no place in the format
     */
    public static void write(Path file, INDArray array) {
        // Before the file is opened: an error of type is not an error of writing.
        NpyType.of(array.dataType());
        AtomicFile.write(file, out -> write(out, array));
    }

    /**
     * Writes the array in C order to a stream, which is not closed.
     *
     * @throws InvalidInputException if the element type has no place in the format
     */
    public static void write(OutputStream out, INDArray array) throws IOException {
        NpyType type = NpyType.of(array.dataType());
        out.write(NpyHeader.written(type, array.shape()));
        NpyElements.write(out, array);
    }

    /** The number of bytes {@link #write} gives for the array. */
    public static long size(INDArray array) {
        NpyType type = NpyType.of(array.dataType());
        return NpyHeader.written(type, array.shape()).length + array.length() * type.bytes();
    }
}
