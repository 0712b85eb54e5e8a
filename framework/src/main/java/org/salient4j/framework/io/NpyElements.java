package org.salient4j.framework.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

/** The elements of a {@code .npy} file, read and written in blocks that fit every type. */
final class NpyElements {

    private static final int BLOCK = 1 << 16;

    private NpyElements() {}

    /** What takes the elements one after the other. */
    @FunctionalInterface
    private interface Sink {
        void put(int index, ByteBuffer in);
    }

    static INDArray read(InputStream in, NpyHeader header, String name) throws IOException {
        if (header.length() == 0) {
            return Nd4j.create(header.type().dataType(), header.shape());
        }
        INDArray flat = flat(in, header, name);
        if (header.shape().length == 0) {
            return flat.reshape(new long[0]);
        }
        if (!header.fortranOrder() || header.shape().length == 1) {
            return flat.reshape('c', header.shape());
        }
        // Fortran order is C order with the axes reversed.
        int rank = header.shape().length;
        long[] reversed = new long[rank];
        int[] axes = new int[rank];
        for (int i = 0; i < rank; i++) {
            reversed[i] = header.shape()[rank - 1 - i];
            axes[i] = rank - 1 - i;
        }
        return flat.reshape('c', reversed).permute(axes).dup('c');
    }

    private static INDArray flat(InputStream in, NpyHeader header, String name) throws IOException {
        int n = header.length();
        switch (header.type().dataType()) {
            case FLOAT:
                float[] floats = new float[n];
                fill(in, header, name, (i, b) -> floats[i] = b.getFloat());
                return Nd4j.createFromArray(floats);
            case DOUBLE:
                double[] doubles = new double[n];
                fill(in, header, name, (i, b) -> doubles[i] = b.getDouble());
                return Nd4j.createFromArray(doubles);
            case LONG:
                long[] longs = new long[n];
                fill(in, header, name, (i, b) -> longs[i] = b.getLong());
                return Nd4j.createFromArray(longs);
            case BOOL:
                boolean[] booleans = new boolean[n];
                fill(in, header, name, (i, b) -> booleans[i] = bool(b.get(), i, name));
                return Nd4j.createFromArray(booleans);
            default:
                int[] ints = new int[n];
                fill(in, header, name, integers(header.type(), ints));
                return Nd4j.createFromArray(ints);
        }
    }

    private static Sink integers(NpyType type, int[] ints) {
        boolean unsigned = type.kind() == 'u';
        switch (type.bytes()) {
            case 1:
                return unsigned
                        ? (i, b) -> ints[i] = Byte.toUnsignedInt(b.get())
                        : (i, b) -> ints[i] = b.get();
            case 2:
                return unsigned
                        ? (i, b) -> ints[i] = Short.toUnsignedInt(b.getShort())
                        : (i, b) -> ints[i] = b.getShort();
            default:
                return (i, b) -> ints[i] = b.getInt();
        }
    }

    private static boolean bool(byte value, int index, String name) {
        if (value != 0 && value != 1) {
            throw new InvalidInputException(
                    name + ": element " + index + " is not a bool: its byte is " + value);
        }
        return value == 1;
    }

    private static void fill(InputStream in, NpyHeader header, String name, Sink sink)
            throws IOException {
        byte[] block = new byte[BLOCK];
        ByteBuffer buffer = ByteBuffer.wrap(block).order(header.type().order());
        int perBlock = BLOCK / header.type().bytes();
        for (int start = 0; start < header.length(); start += perBlock) {
            int count = Math.min(perBlock, header.length() - start);
            int bytes = count * header.type().bytes();
            if (in.readNBytes(block, 0, bytes) < bytes) {
                throw new InvalidInputException(name + " is truncated: it ends inside its array");
            }
            buffer.clear();
            for (int i = 0; i < count; i++) {
                sink.put(start + i, buffer);
            }
        }
    }

    static void write(OutputStream out, INDArray array) throws IOException {
        if (array.isEmpty()) {
            return;
        }
        DataBuffer data = array.dup('c').data();
        int width = NpyType.of(array.dataType()).bytes();
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 0; i < array.length(); i++) {
            if (buffer.remaining() < width) {
                out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            put(buffer, data, i);
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    private static void put(ByteBuffer buffer, DataBuffer data, long i) {
        switch (data.dataType()) {
            case FLOAT:
                buffer.putFloat(data.getFloat(i));
                break;
            case DOUBLE:
                buffer.putDouble(data.getDouble(i));
                break;
            case INT:
                buffer.putInt(data.getInt(i));
                break;
            case LONG:
                buffer.putLong(data.getLong(i));
                break;
            default:
                buffer.put((byte) (data.getInt(i) == 0 ? 0 : 1));
        }
    }
}
