package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.CompiledGraph;
import org.salient4j.framework.graph.TowerCopy;
import org.salient4j.framework.network.DifferentiableModel;
import org.salient4j.framework.network.OneHot;
import org.salient4j.framework.network.Output;

/**
 * A network twice in one graph, on samples and on baselines, and the multipliers of the input that
 * DeepLIFT's rules give. Made once for a model and an output, run for any number of pairs; it
 * follows the model's parameters. Not safe for several threads at once.
 */
public final class MultiplierGraph {
    private static final String X = "deeplift/x";
    private static final String BASELINE = "deeplift/baseline";
    private static final String TARGET = "deeplift/target";
    private static final String REFERENCE = "deeplift/reference/";

    private final DataType dataType;
    private final int classes;
    private final long[] batch;
    private final SameDiff graph = SameDiff.create();
    private final CompiledGraph compiled = new CompiledGraph(graph);
    private final Map<String, DeepLiftRule> rules = DeepLiftRules.byOp();
    private final Set<String> hooked;
    private final Map<String, SDVariable> multipliers = new HashMap<>();
    private final Set<String> depending = new HashSet<>(Set.of(X));
    private final Map<String, long[]> shapes = new HashMap<>();
    private long activations;
    private final String logits;
    private final String result;

    /**
     * What a run gives, which the next one overwrites.
     *
     * @param multipliers [N, inputShape…]
     * @param logits at the samples, [N, C]
     * @param referenceLogits at the baselines, [N, C]
     */
    public record Pass(INDArray multipliers, INDArray logits, INDArray referenceLogits) {}

    private MultiplierGraph(DifferentiableModel model, Output output, Set<String> hooked) {
        // The model itself is not kept: who caches graphs by model must be able to forget it.
        this.dataType = model.dataType();
        this.classes = model.outputs();
        this.batch = batchOf(model);
        this.hooked = hooked;
        SDVariable x = graph.placeHolder(X, dataType, batch);
        SDVariable baseline = graph.placeHolder(BASELINE, dataType, batch);
        SDVariable target = graph.placeHolder(TARGET, dataType, -1, classes);
        this.logits = model.output(graph, x).name();
        SDVariable f = output.of(graph, graph.getVariable(logits), target);
        List<SameDiffOp> ops = ancestors(f.name());
        ops.forEach(this::markDependence);
        measure(ops);
        TowerCopy.within(graph, X, f.name(), baseline, REFERENCE);
        multipliers.put(f.name(), graph.constant(Nd4j.scalar(dataType, 1)));
        Collections.reverse(ops);
        ops.stream().filter(this::depends).forEach(this::walk);
        this.result = multipliers.get(X).name();
    }

    /** Every op by its rule. */
    public static MultiplierGraph rescale(DifferentiableModel model, Output output) {
        return new MultiplierGraph(model, output, null);
    }

    /**
     * The rules for the ops that stand for some PyTorch modules, the gradient at the sample for all
     * others.
     *
     * @param hooked the modules
     */
    public static MultiplierGraph captum(
            DifferentiableModel model, Output output, Set<CaptumModule> hooked) {
        Set<String> ops = new HashSet<>();
        hooked.forEach(module -> ops.addAll(module.ops()));
        return new MultiplierGraph(model, output, ops);
    }

    /**
     * Multipliers of pairs; rows do not see each other.
     *
     * @param x [N, inputShape…], of the model's type
     * @param baselines one a row
     * @param targets class explained in each row
     */
    public Pass run(INDArray x, INDArray baselines, int[] targets) {
        Map<String, INDArray> values =
                compiled.run(
                        Map.of(
                                X,
                                x,
                                BASELINE,
                                baselines,
                                TARGET,
                                OneHot.of(targets, classes, dataType)),
                        List.of(result, logits, REFERENCE + logits));
        return new Pass(values.get(result), values.get(logits), values.get(REFERENCE + logits));
    }

    /** Values that the network makes of one sample, all layers together. */
    public long activations() {
        return activations;
    }

    private void walk(SameDiffOp op) {
        List<SDVariable> outputs = new ArrayList<>();
        boolean reached = false;
        for (String output : op.getOutputsOfOp()) {
            reached |= multipliers.containsKey(output);
        }
        if (!reached) {
            return;
        }
        for (String output : op.getOutputsOfOp()) {
            SDVariable known = multipliers.get(output);
            outputs.add(known == null ? graph.zerosLike(graph.getVariable(output)) : known);
        }
        List<SDVariable> found =
                hooked == null || hooked.contains(op.getOp().opName())
                        ? byRule(op, outputs)
                        : op.getOp().doDiff(outputs);
        List<String> inputs = op.getInputsToOp();
        for (int i = 0; i < inputs.size() && i < found.size(); i++) {
            SDVariable multiplier = found.get(i);
            if (depending.contains(inputs.get(i))
                    && multiplier != null
                    && type(inputs.get(i)).isFPType()) {
                multipliers.merge(inputs.get(i), multiplier, SDVariable::add);
            }
        }
    }

    private List<SDVariable> byRule(SameDiffOp op, List<SDVariable> outputs) {
        DeepLiftRule rule = rules.get(op.getOp().opName());
        if (rule == null) {
            throw new InvalidInputException(
                    "DeepLIFT has no rule for op '%s' (variable '%s'): write the network with other ops, add a DeepLiftRule for it, or use integrated-gradients"
                            .formatted(op.getOp().opName(), op.getOutputsOfOp().get(0)));
        }
        List<String> inputs = op.getInputsToOp();
        boolean[] depends = new boolean[inputs.size()];
        for (int i = 0; i < depends.length; i++) {
            depends[i] = depending.contains(inputs.get(i));
            if (depends[i] && !type(inputs.get(i)).isFPType()) {
                throw new InvalidInputException(
                        "DeepLIFT cannot see through '%s', the %s that op '%s' (variable '%s') reads: write the network without it, or use integrated-gradients"
                                .formatted(
                                        inputs.get(i),
                                        type(inputs.get(i)),
                                        op.getOp().opName(),
                                        op.getOutputsOfOp().get(0)));
            }
        }
        SameDiffOp reference = graph.getOps().get(REFERENCE + op.getName());
        return rule.multipliers(new OpPair(graph, op, reference, depends, outputs, this::shape));
    }

    private DataType type(String variable) {
        return graph.getVariable(variable).dataType();
    }

    private boolean depends(SameDiffOp op) {
        return op.getOutputsOfOp().stream().anyMatch(depending::contains);
    }

    /** Shapes do not change with the values, and both towers have the same. */
    private void markDependence(SameDiffOp op) {
        boolean shape = Set.of("shape_of", "size_at", "size", "rank").contains(op.getOp().opName());
        if (!shape
                && op.getInputsToOp() != null
                && op.getInputsToOp().stream().anyMatch(depending::contains)) {
            depending.addAll(op.getOutputsOfOp());
        }
    }

    /** Shapes for a batch of two, measured: SameDiff does not know all of them. */
    private void measure(List<SameDiffOp> ops) {
        List<String> names = new ArrayList<>();
        for (SameDiffOp op : ops) {
            if (depends(op)) {
                names.addAll(op.getOutputsOfOp());
            }
        }
        long[] two = batch.clone();
        two[0] = 2;
        INDArray zeros = Nd4j.zeros(dataType, two);
        INDArray noTarget = Nd4j.zeros(dataType, 2, classes);
        graph.output(Map.of(X, zeros, TARGET, noTarget), names)
                .forEach((name, array) -> shapes.put(name, array.shape().clone()));
        shapes.put(X, two);
        for (long[] shape : shapes.values()) {
            activations += Arrays.stream(shape).reduce(1, (m, n) -> m * n) / 2;
        }
    }

    private long[] shape(SDVariable variable) {
        long[] measured = shapes.get(variable.name());
        return measured == null ? variable.getArr().shape().clone() : measured;
    }

    private static long[] batchOf(DifferentiableModel model) {
        long[] example = model.inputShape();
        long[] shape = new long[example.length + 1];
        shape[0] = -1;
        System.arraycopy(example, 0, shape, 1, example.length);
        return shape;
    }

    /** The ops that a variable needs, in an order in which they can run. */
    private List<SameDiffOp> ancestors(String variable) {
        List<SameDiffOp> order = new ArrayList<>();
        visit(variable, new HashSet<>(), order);
        return order;
    }

    private void visit(String variable, Set<String> seen, List<SameDiffOp> order) {
        String producer = graph.getVariables().get(variable).getOutputOfOp();
        if (producer == null || !seen.add(producer)) {
            return;
        }
        SameDiffOp op = graph.getOps().get(producer);
        if (op.getInputsToOp() != null) {
            op.getInputsToOp().forEach(in -> visit(in, seen, order));
        }
        order.add(op);
    }
}
