package org.salient4j.framework.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the variables of a plan lie. Memory is given to a variable when an op makes it and to
 * another one when the last op that reads it has run.
 */
final class PlanMemory {
    /** Memory of arrays that are smaller is not worth sharing. */
    private static final long SHARED_FROM = 64;

    private final SameDiff graph;

    /** How often each variable is still to be read. */
    private final Map<String, Integer> readers;

    private final ArrayPool pool = new ArrayPool();
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final Map<String, ArrayPool.Block> blocks = new HashMap<>();
    private long keptBytes;

    PlanMemory(SameDiff graph, List<SameDiffOp> ops, Set<String> wanted) {
        this.graph = graph;
        this.readers = GraphOrder.readers(ops);
        wanted.forEach(name -> readers.merge(name, 1, Integer::sum)); // never read up
    }

    /** The array of a variable; null if it has none yet. */
    INDArray get(String name) {
        return arrays.get(name);
    }

    /** Gives a variable an array that is not the plan's. */
    void put(String name, INDArray array) {
        arrays.put(name, array);
    }

    /** A variable that looks at another one's memory with its axes in another order. */
    void view(String output, String source, int[] axes) {
        share(output, source);
        arrays.put(output, arrays.get(source).permute(axes));
    }

    private void share(String output, String source) {
        ArrayPool.Block block = blocks.get(source);
        if (block != null) {
            block.share();
            blocks.put(output, block);
        }
    }

    /** A variable that is another one's memory, dense in 'c' order, in a shape. */
    void alias(String output, String source, long[] shape) {
        share(output, source);
        INDArray array = arrays.get(source);
        arrays.put(output, Nd4j.create(array.data(), shape, Nd4j.getStrides(shape, 'c'), 0, 'c'));
    }

    /**
     * The memory of an input that no other op reads, in the place of memory that is not in the
     * processor's cache; null if there is none.
     */
    INDArray overwritten(
            SameDiffOp op, int index, LongShapeDescriptor shape, DifferentialFunction by) {
        String output = op.getOutputsOfOp().get(index);
        DataType type = graph.getVariable(output).dataType();
        long[] strides = Nd4j.getStrides(shape.getShape(), shape.getOrder());
        List<String> names = GraphOrder.inputs(op);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            INDArray array = arrays.get(name);
            ArrayPool.Block block = blocks.get(name);
            if (block != null
                    && PlannableOps.mayOverwrite(by, index, i)
                    && block.isOfOne()
                    && readers.get(name) == 1
                    && array.dataType() == type
                    && Arrays.equals(array.shape(), shape.getShape())
                    && Arrays.equals(array.stride(), strides)) {
                share(output, name);
                INDArray overwritten = block.as(shape.getOrder(), shape.getShape());
                arrays.put(output, overwritten);
                return overwritten;
            }
        }
        return null;
    }

    /** Memory for a variable, freed when it is read up. */
    INDArray taken(String output, LongShapeDescriptor shape) {
        DataType type = graph.getVariable(output).dataType();
        long length = shape.isEmpty() ? 0 : product(shape.getShape());
        if (length < SHARED_FROM) {
            return kept(output, shape);
        }
        ArrayPool.Block block = pool.take(type, length);
        blocks.put(output, block);
        INDArray array = block.as(shape.getOrder(), shape.getShape());
        arrays.put(output, array);
        return array;
    }

    /** Memory for a variable for as long as the plan lives. */
    INDArray kept(String output, LongShapeDescriptor shape) {
        DataType type = graph.getVariable(output).dataType();
        INDArray array =
                shape.isEmpty()
                        ? Nd4j.create(shape.asDataType(type))
                        : Nd4j.createUninitializedDetached(
                                type, shape.getOrder(), shape.getShape());
        arrays.put(output, array);
        keptBytes += array.length() * type.width();
        return array;
    }

    /** What the plan's own arrays take, placeholders apart. */
    long bytes() {
        return pool.bytes() + keptBytes;
    }

    private static long product(long[] shape) {
        long product = 1;
        for (long size : shape) {
            product *= size;
        }
        return product;
    }

    /** Whether an op is still to read a variable, or it is wanted. */
    boolean isRead(String name) {
        return readers.getOrDefault(name, 0) > 0;
    }

    /** One op less is to read a variable. */
    void readOnce(String name) {
        readers.merge(name, -1, Integer::sum);
        freeIfUnread(name);
    }

    /** Gives up the memory of a variable that nobody reads any more. */
    void freeIfUnread(String name) {
        if (!isRead(name)) {
            ArrayPool.Block block = blocks.remove(name);
            if (block != null) {
                pool.release(block);
            }
        }
    }
}
