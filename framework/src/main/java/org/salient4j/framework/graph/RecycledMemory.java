package org.salient4j.framework.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays that a session's passes write their intermediate results into: kept from one pass for
 * the next. ND4J's own manager is off when gradients are computed, and then every pass allocates
 * all of them anew and leaves them to the garbage collector, which does not see native memory.
 *
 * <p>What a pass returned is given away and never reused.
 */
final class RecycledMemory extends AbstractMemoryMgr {
    private final Map<Layout, Deque<INDArray>> free = new HashMap<>();
    private final List<INDArray> used = new ArrayList<>();

    private record Layout(DataType type, char order, List<Long> shape) {
        static Layout of(DataType type, char order, long[] shape) {
            return new Layout(type, order, Arrays.stream(shape).boxed().toList());
        }
    }

    @Override
    public INDArray allocate(boolean detached, DataType type, long... shape) {
        return taken(type, 'c', shape);
    }

    @Override
    public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
        return descriptor.isEmpty()
                ? Nd4j.create(descriptor)
                : taken(descriptor.dataType(), descriptor.getOrder(), descriptor.getShape());
    }

    @Override
    public void release(INDArray array) {
        // Not before the end of the pass: the session releases arrays that a later op still reads.
    }

    @Override
    public void close() {
        free.clear();
        used.clear();
    }

    /**
     * Ends a pass.
     *
     * @param results what it gave; their memory now belongs to whoever has them
     */
    void recycle(Collection<INDArray> results) {
        Set<Long> kept = new HashSet<>();
        results.forEach(result -> kept.add(address(result)));
        for (INDArray array : used) {
            if (!kept.contains(address(array))) {
                Layout layout = Layout.of(array.dataType(), array.ordering(), array.shape());
                free.computeIfAbsent(layout, any -> new ArrayDeque<>()).push(array);
            }
        }
        used.clear();
    }

    private INDArray taken(DataType type, char order, long[] shape) {
        Deque<INDArray> waiting = free.get(Layout.of(type, order, shape));
        INDArray array = waiting == null ? null : waiting.poll();
        if (array == null) {
            array = Nd4j.createUninitializedDetached(type, order, shape);
        }
        used.add(array);
        return array;
    }

    /** Of the block that the array, or what it is a view of, lies in. */
    private static long address(INDArray array) {
        return array.data().pointer().address();
    }
}
