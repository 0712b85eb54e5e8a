package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final SameDiff graph;
    private final Set<String> wanted;
    private final List<SameDiffOp> ops;

    private final PlanMemory memory;

    /** Variables that depend on shapes and constants alone. */
    private final Set<String> fixed = new HashSet<>();

    /** Those of them that are zero: where gradients are stopped. */
    private final Set<String> zeros = new HashSet<>();

    private final Map<String, INDArray> inputs = new LinkedHashMap<>();
    private final Map<String, INDArray> variables = new LinkedHashMap<>();
    private final List<PlannedOp> steps = new ArrayList<>();

    /** Outputs that need no op: their elements are written where they belong. */
    private final Set<String> written = new HashSet<>();

    private final Permutes permutes;
    private final StackedInputs stacked;

    GraphPlanner(SameDiff graph, Set<String> wanted) {
        this.graph = graph;
        this.wanted = wanted;
        this.ops = GraphOrder.of(graph, wanted);
        this.memory = new PlanMemory(graph, ops, wanted);
        this.permutes = new Permutes(ops, wanted);
        this.stacked = new StackedInputs(graph, ops);
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
            if (stacked.isStack(op, placeholders)) {
                stack(op, placeholders);
            }
            for (String name : GraphOrder.inputs(op)) {
                bring(name, placeholders);
            }
        }
        for (String name : wanted) {
            bring(name, placeholders);
        }
        for (SameDiffOp op : ops) {
            add(op);
            GraphOrder.inputs(op).forEach(memory::readOnce);
            op.getOutputsOfOp().forEach(memory::freeIfUnread);
        }
        Map<String, INDArray> values = new LinkedHashMap<>();
        wanted.forEach(name -> values.put(name, memory.get(name)));
        return new GraphPlan(graph, inputs, variables, steps, values, memory.bytes());
    }

    /** The array of a variable that no op makes. */
    private void bring(String name, Map<String, INDArray> placeholders)
            throws UnplannableGraphException {
        SDVariable variable = graph.getVariable(name);
        if (memory.get(name) != null || graph.getVariables().get(name).getOutputOfOp() != null) {
            return;
        }
        if (wanted.contains(name)) {
            throw new UnplannableGraphException("'" + name + "' is wanted and no op makes it");
        }
        switch (variable.getVariableType()) {
            case CONSTANT -> {
                memory.put(name, variable.getArr());
                fixed.add(name);
            }
            case VARIABLE -> {
                memory.put(name, variable.getArr());
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
                memory.put(name, input);
                inputs.put(name, input);
            }
        }
    }

    /** Placeholders in the memory of what an op would make by copying them one after the other. */
    private void stack(SameDiffOp op, Map<String, INDArray> placeholders) {
        List<String> names = GraphOrder.inputs(op);
        String output = op.getOutputsOfOp().get(0);
        long[] shape = placeholders.get(names.get(0)).shape().clone();
        shape[0] = names.stream().mapToLong(name -> placeholders.get(name).size(0)).sum();
        DataType type = graph.getVariable(output).dataType();
        INDArray whole = memory.taken(output, LongShapeDescriptor.fromShape(shape, type));
        written.add(output);
        long from = 0;
        for (String name : names) {
            INDArray value = placeholders.get(name);
            long[] part = value.shape().clone();
            INDArray input = Nd4j.create(whole.data(), part, Nd4j.getStrides(part, 'c'), from, 'c');
            input.assign(value);
            memory.put(name, input);
            inputs.put(name, input);
            from += value.length();
        }
    }

    private void add(SameDiffOp op) throws UnplannableGraphException {
        List<String> names = GraphOrder.inputs(op);
        INDArray[] in = names.stream().map(memory::get).toArray(INDArray[]::new);
        if (folds(op)) {
            fixed.addAll(op.getOutputsOfOp());
            OpBinding.Outputs kept = (i, shape) -> memory.kept(op.getOutputsOfOp().get(i), shape);
            OpBinding.bind(op.getOp(), in, kept).first();
            op.getOutputsOfOp().stream().filter(this::isZero).forEach(zeros::add);
            return;
        }
        if (written.contains(op.getOutputsOfOp().get(0))) {
            return;
        }
        requireFixedShape(op);
        if (permutes.isView(op)) {
            memory.view(op.getOutputsOfOp().get(0), names.get(0), Permutes.axes(op));
            return;
        }
        List<Simplification> parts =
                Simplification.of(op, in, zeros, memory::isRead, name -> !wanted.contains(name));
        if (parts.isEmpty()) {
            OpBinding.Outputs taken = (i, shape) -> placed(op, i, shape, op.getOp());
            step(OpBinding.bind(op.getOp(), in, taken));
        }
        for (Simplification part : parts) {
            String output = op.getOutputsOfOp().get(part.output());
            if (part.op() == null) {
                memory.alias(output, names.get(part.source()), shape(op, in, part));
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
        INDArray array = memory.get(name);
        return array.dataType().isFPType()
                && !array.isEmpty()
                && Arrays.stream(HostArray.doubles(array)).allMatch(value -> value == 0);
    }

    private void requireFixedShape(SameDiffOp op) throws UnplannableGraphException {
        for (String input : GraphOrder.inputs(op)) {
            DataType type = memory.get(input).dataType();
            if (!fixed.contains(input) && PlannableOps.mayReadShape(op, type)) {
                throw new UnplannableGraphException(
                        "op '%s' (%s) reads the values of '%s', which may be a shape"
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

    /** Where an output of an op is best written by what computes it. */
    private INDArray placed(
            SameDiffOp op, int index, LongShapeDescriptor shape, DifferentialFunction by) {
        String output = op.getOutputsOfOp().get(index);
        if (!memory.isRead(output) && PlannableOps.mayLeaveOut(by)) {
            return Nd4j.empty(graph.getVariable(output).dataType());
        }
        SameDiffOp permute = permutes.after(op, output);
        if (permute != null && !shape.isEmpty()) {
            return permuted(output, shape, permute);
        }
        INDArray overwritten = memory.overwritten(op, index, shape, by);
        return overwritten == null ? memory.taken(output, shape) : overwritten;
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
        memory.taken(last, LongShapeDescriptor.fromShape(sizes, shape.dataType()));
        memory.view(output, last, back);
        written.add(last);
        return memory.get(output);
    }
}
