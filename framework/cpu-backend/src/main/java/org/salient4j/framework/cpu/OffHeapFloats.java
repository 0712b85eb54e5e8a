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

    @Override
    public void close() {
        pointer.close();
    }
}
