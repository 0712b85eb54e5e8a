package org.salient4j.framework.cpu;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a forward pass read, byte for byte, so that a backward pass can tell whether the states that
 * are still there are its own. Copying and comparing costs a tenth of computing them again, and
 * holds whatever was written into the arrays in between.
 */
final class LstmTape implements AutoCloseable {
    private BytePointer memory = new BytePointer();
    private ByteBuffer copy;
    private int[] layout;

    /** Keeps the inputs of a forward pass. */
    void record(LstmCall call) {
        clear();
        List<INDArray> inputs = inputs(call).filter(Objects::nonNull).toList();
        if (!inputs.stream().allMatch(DenseArray::isDense)) {
            return;
        }
        reserve(inputs.stream().mapToInt(DenseArray::byteLength).sum());
        for (INDArray input : inputs) {
            copy.put(DenseArray.bytes(input));
        }
        copy.flip();
        layout = layout(call);
    }

    /** Whether a backward pass follows on the forward pass that was recorded last. */
    boolean holds(LstmCall call) {
        if (layout == null || !Arrays.equals(layout, layout(call))) {
            return false;
        }
        int at = 0;
        for (INDArray input : inputs(call).filter(Objects::nonNull).toList()) {
            int length = DenseArray.isDense(input) ? DenseArray.byteLength(input) : 0;
            if (length == 0
                    || at + length > copy.limit()
                    || copy.slice(at, length).mismatch(DenseArray.bytes(input)) >= 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Forgets: the states are no longer there. */
    void clear() {
        layout = null;
    }

    private static Stream<INDArray> inputs(LstmCall call) {
        return Stream.of(call.x(), call.wx(), call.wr(), call.b(), call.h0(), call.c0());
    }

    private static int[] layout(LstmCall call) {
        return new int[] {
            call.timeMajor() ? 1 : 0,
            call.reversed() ? 1 : 0,
            call.batch(),
            call.steps(),
            call.features(),
            call.units(),
            call.b() == null ? 0 : 1,
            call.h0() == null ? 0 : 1,
            call.c0() == null ? 0 : 1
        };
    }

    private void reserve(int bytes) {
        if (memory.capacity() < bytes) {
            memory.close();
            memory = new BytePointer(bytes);
            copy = memory.asByteBuffer();
        }
        copy.clear();
    }

    @Override
    public void close() {
        memory.close();
    }
}
