package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/** Plans a graph for placeholders of some shapes, running each op once on the way. */
final class GraphPlanner {
    /** Memory of arrays that are smaller is not worth sharing. */
    private static final long SHARED_FROM = 64;

    private final SameDiff graph;
    private final Set<String> wanted;
    private final List<SameDiffOp> ops;

    /** How often each variable is still to be read. */
    private final Map<String, Integer> readers;

    private final ArrayPool pool = new ArrayPool();
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final Map<String, ArrayPool.Block> blocks = new HashMap<>();

    /** Variables that depend on shapes and constants alone. */
    private final Set<String> fixed = new HashSet<>();

    /** Those of them that are zero: where gradients are stopped. */
    private final Set<String> zeros = new HashSet<>();

    private final Map<String, INDArray> inputs = new LinkedHashMap<>();
    private final Map<String, INDArray> variables = new LinkedHashMap<>();
    private final List<PlannedOp> steps = new ArrayList<>();

    /** Outputs of permutes whose elements the op before wrote where they belong. */
    private final Set<String> written = new HashSet<>();

    private final Permutes permutes;

    GraphPlanner(SameDiff graph, Set<String> wanted) {
        this.graph = graph;
        this.wanted = wanted;
        this.ops = GraphOrder.of(graph, wanted);
        this.readers = GraphOrder.readers(ops);
        this.permutes = new Permutes(ops, wanted);
        wanted.forEach(name -> readers.merge(name, 1, Integer::sum)); // never read up
    }

    /**
     * The plan, whose arrays hold the values for these placeholders.
     *
     * @throws UnplannableGraphException if the graph must be left to a session
     */
    GraphPlan plan(Map<String, INDArray> placeholders) throws UnplannableGraphException {
        for (SameDiffOp op : ops) {
            PlannableOps.require(op);
        }
        for (SameDiffOp op : ops) {
            for (String name : GraphOrder.inputs(op)) {
                bring(name, placeholders);
            }
        }
        for (String name : wanted) {
            bring(name, placeholders);
        }
        for (SameDiffOp op : ops) {
            add(op);
            GraphOrder.inputs(op).forEach(this::readOnce);
            op.getOutputsOfOp().forEach(this::freeIfUnread);
        }
        Map<String, INDArray> values = new LinkedHashMap<>();
        wanted.forEach(name -> values.put(name, arrays.get(name)));
        return new GraphPlan(graph, inputs, variables, steps, values);
    }

    /** The array of a variable that no op makes. */
    private void bring(String name, Map<String, INDArray> placeholders)
            throws UnplannableGraphException {
        SDVariable variable = graph.getVariable(name);
        if (arrays.containsKey(name) || graph.getVariables().get(name).getOutputOfOp() != null) {
            return;
        }
        if (wanted.contains(name)) {
            throw new UnplannableGraphException("'" + name + "' is wanted and no op makes it");
        }
        switch (variable.getVariableType()) {
            case CONSTANT -> {
                arrays.put(name, variable.getArr());
                fixed.add(name);
            }
            case VARIABLE -> {
                arrays.put(name, variable.getArr());
                variables.put(name, variable.getArr());
            }
            default -> {
                INDArray value = placeholders.get(name);
                if (value == null) {
                    throw new IllegalArgumentException(
                            "no value for the placeholder '%s'; there are values for %s"
                                    .formatted(name, placeholders.keySet()));
                }
                INDArray input =
                        Nd4j.createUninitializedDetached(variable.dataType(), 'c', value.shape());
                input.assign(value);
                arrays.put(name, input);
                inputs.put(name, input);
            }
        }
    }

    private void add(SameDiffOp op) throws UnplannableGraphException {
        List<String> names = GraphOrder.inputs(op);
        INDArray[] in = names.stream().map(arrays::get).toArray(INDArray[]::new);
        if (folds(op)) {
            fixed.addAll(op.getOutputsOfOp());
            OpBinding.Outputs kept = (i, shape) -> kept(op.getOutputsOfOp().get(i), shape);
            OpBinding.bind(op.getOp(), in, kept).first();
            op.getOutputsOfOp().stream().filter(this::isZero).forEach(zeros::add);
            return;
        }
        if (written.contains(op.getOutputsOfOp().get(0))) {
            return;
        }
        requireFixedShape(op);
        if (permutes.isView(op)) {
            view(op.getOutputsOfOp().get(0), names.get(0), Permutes.axes(op));
            return;
        }
        List<Simplification> parts =
                Simplification.of(op, in, zeros, this::isRead, name -> !wanted.contains(name));
        if (parts.isEmpty()) {
            OpBinding.Outputs taken = (i, shape) -> placed(op, i, shape, op.getOp());
            step(OpBinding.bind(op.getOp(), in, taken));
        }
        for (Simplification part : parts) {
            String output = op.getOutputsOfOp().get(part.output());
            if (part.op() == null) {
                alias(output, names.get(part.source()), shape(op, in, part));
            } else {
                step(
                        OpBinding.bind(
                                part.op(),
                                part.inputs(),
                                (i, shape) -> placed(op, part.output(), shape, part.op())));
            }
        }
    }

    private void step(PlannedOp step) {
        step.first();
        steps.add(step);
    }

    private boolean folds(SameDiffOp op) {
        return op.getOutputsOfOp().stream().noneMatch(wanted::contains)
                && PlannableOps.isDeterministic(op)
                && (PlannableOps.readsShapesOnly(op)
                        || PlannableOps.isZero(op, zeros)
                        || fixed.containsAll(GraphOrder.inputs(op)));
    }

    private boolean isZero(String name) {
        INDArray array = arrays.get(name);
        return array.dataType().isFPType()
                && !array.isEmpty()
                && Arrays.stream(HostArray.doubles(array)).allMatch(value -> value == 0);
    }

    private void requireFixedShape(SameDiffOp op) throws UnplannableGraphException {
        for (String input : GraphOrder.inputs(op)) {
            DataType type = arrays.get(input).dataType();
            if (type.isIntType() && !fixed.contains(input) && !PlannableOps.readsIndices(op)) {
                throw new UnplannableGraphException(
                        "op '%s' (%s) reads the integers of '%s', which may be a shape"
                                .formatted(op.getName(), op.getOp().opName(), input));
            }
        }
    }

    /** The shape of an output that lies in an input's memory. */
    private static long[] shape(SameDiffOp op, INDArray[] in, Simplification part) {
        INDArray source = part.inputs()[0];
        return switch (op.getOp().opName()) {
            case "reshape", "expand_dims", "squeeze" ->
                    OpBinding.shapes((DynamicCustomOp) op.getOp(), in).get(0).getShape();
            default -> source.shape().clone();
        };
    }

    /** A variable that looks at another one's memory with its axes in another order. */
    private void view(String output, String source, int[] axes) {
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

    private void alias(String output, String source, long[] shape) {
        share(output, source);
        INDArray array = arrays.get(source);
        arrays.put(output, Nd4j.create(array.data(), shape, Nd4j.getStrides(shape, 'c'), 0, 'c'));
    }

    /** Where an output of an op is best written by what computes it. */
    private INDArray placed(
            SameDiffOp op, int index, LongShapeDescriptor shape, DifferentialFunction by) {
        String output = op.getOutputsOfOp().get(index);
        if (!isRead(output) && PlannableOps.mayLeaveOut(by)) {
            return Nd4j.empty(graph.getVariable(output).dataType());
        }
        SameDiffOp permute = permutes.after(op, output);
        if (permute != null && !shape.isEmpty()) {
            return permuted(output, shape, permute);
        }
        INDArray overwritten = overwritten(op, index, shape, by);
        if (overwritten == null) {
            return taken(output, shape);
        }
        arrays.put(output, overwritten);
        return overwritten;
    }

    /** Memory in the order that a later permute gives it, so that nothing is left to do for it. */
    private INDArray permuted(String output, LongShapeDescriptor shape, SameDiffOp permute) {
        int[] axes = Permutes.axes(permute);
        long[] sizes = new long[axes.length];
        int[] back = new int[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            sizes[axis] = shape.getShape()[axes[axis]];
            back[axes[axis]] = axis;
        }
        String last = permute.getOutputsOfOp().get(0);
        taken(last, LongShapeDescriptor.fromShape(sizes, shape.dataType()));
        view(output, last, back);
        written.add(last);
        return arrays.get(output);
    }

    /**
     * The memory of an input that no other op reads, in the place of memory that is not in the
     * processor's cache; null if there is none.
     */
    private INDArray overwritten(
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
                return block.as(shape.getOrder(), shape.getShape());
            }
        }
        return null;
    }

    private INDArray taken(String output, LongShapeDescriptor shape) {
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

    private INDArray kept(String output, LongShapeDescriptor shape) {
        DataType type = graph.getVariable(output).dataType();
        INDArray array =
                shape.isEmpty()
                        ? Nd4j.create(shape.asDataType(type))
                        : Nd4j.createUninitializedDetached(
                                type, shape.getOrder(), shape.getShape());
        arrays.put(output, array);
        return array;
    }

    private static long product(long[] shape) {
        long product = 1;
        for (long size : shape) {
            product *= size;
        }
        return product;
    }

    private boolean isRead(String name) {
        return readers.getOrDefault(name, 0) > 0;
    }

    private void readOnce(String name) {
        readers.merge(name, -1, Integer::sum);
        freeIfUnread(name);
    }

    private void freeIfUnread(String name) {
        if (!isRead(name)) {
            ArrayPool.Block block = blocks.remove(name);
            if (block != null) {
                pool.release(block);
            }
        }
    }
}
