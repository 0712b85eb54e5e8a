package org.salient4j.framework.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

/**
 * Copies the part of a graph that leads from an input to an output, over the same parameters: into
 * the same graph on another input (a second tower) or into another graph (an explanation graph).
 *
 * <p>Ops that draw random numbers are copied too, so the copy draws its own. In an explanation copy
 * Bernoulli noise, of which dropout is made, is replaced by its mean: x · m / keep becomes x.
 */
public final class TowerCopy {
    private static final String BERNOULLI = "random_bernoulli";
    // Where ND4J keeps its random ops, old and new.
    private static final String RANDOM_OPS = "org.nd4j.linalg.api.ops.random.";

    private final SameDiff source;
    private final SameDiff target;
    private final String prefix;
    private final boolean explain;
    private final OpCopy copies;
    private final Map<String, String> renamed = new HashMap<>();

    private TowerCopy(SameDiff source, SameDiff target, String prefix, boolean explain) {
        this.source = source;
        this.target = target;
        this.prefix = prefix;
        this.explain = explain;
        this.copies = new OpCopy(source);
    }

    /**
     * A second tower in the same graph.
     *
     * @param graph the graph
     * @param input name of the first tower's input
     * @param output name of its output
     * @param newInput the second tower's input
     * @param prefix put before the names of the copied ops
     * @return the second tower's output
     */
    public static SDVariable within(
            SameDiff graph, String input, String output, SDVariable newInput, String prefix) {
        return new TowerCopy(graph, graph, prefix, false).copy(input, output, newInput);
    }

    /**
     * The tower in another graph, without random noise, over the same arrays.
     *
     * @param source the graph
     * @param input name of its input
     * @param output name of its output
     * @param newInput the input in the other graph
     * @return the output in the other graph
     */
    public static SDVariable forExplanation(
            SameDiff source, String input, String output, SDVariable newInput) {
        return new TowerCopy(source, newInput.getSameDiff(), "", true)
                .copy(input, output, newInput);
    }

    private SDVariable copy(String input, String output, SDVariable newInput) {
        requireVariable(input);
        requireVariable(output);
        List<SameDiffOp> ops = ancestors(output);
        Set<String> copied = depending(ops, input);
        if (!copied.contains(output)) {
            throw new InvalidInputException(
                    "'%s' does not depend on '%s': name the network's input and logits"
                            .formatted(output, input));
        }
        renamed.put(input, newInput.name());
        for (SameDiffOp op : ops) {
            if (explain || copied.contains(op.getOutputsOfOp().get(0))) {
                copyOp(op);
            }
        }
        return target.getVariable(renamed.get(output));
    }

    private void requireVariable(String name) {
        if (!source.hasVariable(name)) {
            throw new InvalidInputException(
                    "the graph has no variable '%s'; it has %s"
                            .formatted(name, source.variableMap().keySet()));
        }
    }

    /** The ops that the output needs, in an order in which they can run. */
    private List<SameDiffOp> ancestors(String output) {
        List<SameDiffOp> order = new ArrayList<>();
        visit(output, new HashSet<>(), order);
        return order;
    }

    private void visit(String variable, Set<String> seen, List<SameDiffOp> order) {
        String producer = source.getVariables().get(variable).getOutputOfOp();
        if (producer == null || !seen.add(producer)) {
            return;
        }
        SameDiffOp op = source.getOps().get(producer);
        if (op.getInputsToOp() != null) {
            op.getInputsToOp().forEach(in -> visit(in, seen, order));
        }
        order.add(op);
    }

    /** The outputs that depend on the input or on noise. */
    private static Set<String> depending(List<SameDiffOp> ops, String input) {
        Set<String> depending = new HashSet<>(Set.of(input));
        for (SameDiffOp op : ops) {
            boolean depends =
                    isNoise(op)
                            || (op.getInputsToOp() != null
                                    && op.getInputsToOp().stream().anyMatch(depending::contains));
            if (depends) {
                depending.addAll(op.getOutputsOfOp());
            }
        }
        return depending;
    }

    private static boolean isNoise(SameDiffOp op) {
        return op.getOp().opName().equals(BERNOULLI)
                || op.getOp().getClass().getName().startsWith(RANDOM_OPS);
    }

    private void copyOp(SameDiffOp op) {
        if (explain && isNoise(op)) {
            copyNoiseAsMean(op);
            return;
        }
        List<String> inputs =
                op.getInputsToOp() == null
                        ? List.of()
                        : op.getInputsToOp().stream().map(this::inTarget).toList();
        List<SDVariable> outputs = copies.add(op, target, prefix, inputs);
        for (int i = 0; i < outputs.size(); i++) {
            renamed.put(op.getOutputsOfOp().get(i), outputs.get(i).name());
        }
    }

    private void copyNoiseAsMean(SameDiffOp op) {
        if (!op.getOp().opName().equals(BERNOULLI)) {
            throw new InvalidInputException(
                    "the graph draws '%s' between input and logits, which has no place in an"
                                    .formatted(op.getOp().opName())
                            + " explanation: give the listener a model of its own");
        }
        String output = op.getOutputsOfOp().get(0);
        double keep = ((org.nd4j.linalg.api.ops.DynamicCustomOp) op.getOp()).tArgs()[0];
        SDVariable mean =
                target.constant(
                        prefix + output, Nd4j.scalar(source.getVariable(output).dataType(), keep));
        renamed.put(output, mean.name());
    }

    /** The name of a variable in the target, brought there if it is a parameter or constant. */
    private String inTarget(String name) {
        String known = renamed.get(name);
        if (known != null || !explain) {
            return known == null ? name : known;
        }
        SDVariable variable = source.getVariable(name);
        SDVariable brought =
                switch (variable.getVariableType()) {
                    case VARIABLE -> target.var(name, variable.getArr());
                    case CONSTANT -> target.constant(name, variable.getArr());
                    default ->
                            throw new InvalidInputException(
                                    "the logits also need the placeholder '%s': only graphs with one"
                                                    .formatted(name)
                                            + " input can be explained");
                };
        renamed.put(name, brought.name());
        return brought.name();
    }
}
