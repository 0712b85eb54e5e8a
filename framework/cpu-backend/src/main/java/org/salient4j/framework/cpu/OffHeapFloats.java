package org.salient4j.framework.cpu;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/** Off-heap scratch memory that grows and is kept; BLAS reads and writes it. */
final class OffHeapFloats implements AutoCloseable {
    private FloatPointer pointer = new FloatPointer();
    private FloatBuffer buffer;

    /** At least {@code length} elements of any value; earlier pointers may be dead. */
    FloatPointer reserved(int length) {
        if (pointer.capacity() < length) {
            pointer.close();
            pointer = new FloatPointer(length);
            buffer = pointer.asBuffer();
        }
        return pointer;
    }

    /** {@code length} elements of {@code source}. */
    FloatPointer filled(float[] source, int from, int length) {
        FloatPointer target = reserved(length);
        buffer.put(0, source, from, length);
        return target;
    }

    void read(float[] target, int length) {
        buffer.get(0, target, 0, length);
    }

    /** {@code length} elements from {@code from} on, {@code stride} apart. */
    void read(int from, int stride, float[] target, int length) {
        if (stride == 1) {
            buffer.get(from, target, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            target[i] = buffer.get(from + i * stride);
        }
    }

    /** Writes {@code length} elements from {@code to} on, {@code stride} apart. */
    void write(float[] source, int to, int stride, int length) {
        if (stride == 1) {
            buffer.put(to, source, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            buffer.put(to + i * stride, source[i]);
        }
    }

    @Override
    public void close() {
        pointer.close();
    }
}
