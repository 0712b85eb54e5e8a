package org.salient4j.framework.cpu;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.DoublePointer;

/** Off-heap scratch memory that grows and is kept; BLAS reads and writes it. */
final class OffHeapDoubles implements AutoCloseable {
    private DoublePointer pointer = new DoublePointer();
    private DoubleBuffer buffer;

    /** At least {@code length} elements of any value; earlier pointers may be dead. */
    DoublePointer reserved(int length) {
        if (pointer.capacity() < length) {
            pointer.close();
            pointer = new DoublePointer(length);
            buffer = pointer.asBuffer();
        }
        return pointer;
    }

    /** {@code length} elements of {@code source}. */
    DoublePointer filled(double[] source, int from, int length) {
        DoublePointer target = reserved(length);
        buffer.put(0, source, from, length);
        return target;
    }

    void read(double[] target, int length) {
        buffer.get(0, target, 0, length);
    }

    /** {@code length} elements from {@code from} on, {@code stride} apart. */
    void read(int from, int stride, double[] target, int length) {
        if (stride == 1) {
            buffer.get(from, target, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            target[i] = buffer.get(from + i * stride);
        }
    }

    /** Writes {@code length} elements from {@code to} on, {@code stride} apart. */
    void write(double[] source, int to, int stride, int length) {
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
