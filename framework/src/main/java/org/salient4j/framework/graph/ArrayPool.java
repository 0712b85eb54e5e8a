package org.salient4j.framework.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory of a plan: a block that no later op reads is written again by a later op, the last one
 * freed first, because it is still in the processor's cache.
 */
final class ArrayPool {
    private final Map<Size, Deque<INDArray>> free = new HashMap<>();
    private long bytes;

    private record Size(DataType type, long length) {}

    /** Memory that variables of a graph share. */
    static final class Block {
        private final INDArray memory;
        private int users = 1;

        private Block(INDArray memory) {
            this.memory = memory;
        }

        /** The memory as an array. */
        INDArray as(char order, long[] shape) {
            return Nd4j.create(memory.data(), shape, Nd4j.getStrides(shape, order), 0, order);
        }

        /** Whether no two variables lie in it. */
        boolean isOfOne() {
            return users == 1;
        }

        /** One more variable lies in it. */
        void share() {
            users++;
        }
    }

    /** A block of one user. */
    Block take(DataType type, long length) {
        Deque<INDArray> waiting = free.get(new Size(type, length));
        INDArray memory = waiting == null ? null : waiting.poll();
        if (memory == null) {
            bytes += length * type.width();
            memory = Nd4j.createUninitializedDetached(type, 'c', new long[] {length});
        }
        return new Block(memory);
    }

    /** What all blocks take. */
    long bytes() {
        return bytes;
    }

    /** One user less. */
    void release(Block block) {
        block.users--;
        if (block.users == 0) {
            Size size = new Size(block.memory.dataType(), block.memory.length());
            free.computeIfAbsent(size, any -> new ArrayDeque<>()).push(block.memory);
        }
    }
}
