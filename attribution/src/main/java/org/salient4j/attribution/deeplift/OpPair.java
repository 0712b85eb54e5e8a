package org.salient4j.attribution.deeplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.graph.OpCopy;

/** One op in the tower of the sample and in that of the baseline: what a rule works with. */
public final class OpPair {
    /** Where a difference is too small to divide by, as Captum has it. */
    private static final double SMALL = 1e-10;

    private final SameDiff graph;
    private final SameDiffOp op;
    private final SameDiffOp reference;
    private final boolean[] depends;
    private final List<SDVariable> multipliers;
    private final Function<SDVariable, long[]> shapes;

    OpPair(
            SameDiff graph,
            SameDiffOp op,
            SameDiffOp reference,
            boolean[] depends,
            List<SDVariable> multipliers,
            Function<SDVariable, long[]> shapes) {
        this.graph = graph;
        this.op = op;
        this.reference = reference;
        this.depends = depends;
        this.multipliers = multipliers;
        this.shapes = shapes;
    }

    /** Where ops are added. */
    public SameDiff graph() {
        return graph;
    }

    /** SameDiff's name of the kind of op. */
    public String kind() {
        return op.getOp().opName();
    }

    /** The op in the sample's tower. */
    public DifferentialFunction function() {
        return op.getOp();
    }

    /** Number of inputs. */
    public int inputs() {
        return op.getInputsToOp().size();
    }

    /** Whether an input differs between the towers. */
    public boolean depends(int input) {
        return depends[input];
    }

    /** An input in the sample's tower. */
    public SDVariable input(int index) {
        return graph.getVariable(op.getInputsToOp().get(index));
    }

    /** The same input in the baseline's tower. */
    public SDVariable referenceInput(int index) {
        return graph.getVariable(reference.getInputsToOp().get(index));
    }

    /** The first output in the sample's tower. */
    public SDVariable output() {
        return graph.getVariable(op.getOutputsOfOp().get(0));
    }

    /** The first output in the baseline's tower. */
    public SDVariable referenceOutput() {
        return graph.getVariable(reference.getOutputsOfOp().get(0));
    }

    /** The multiplier of the first output. */
    public SDVariable multiplier() {
        return multipliers.get(0);
    }

    /** The multipliers of all outputs. */
    public List<SDVariable> multipliers() {
        return multipliers;
    }

    /** in - in₀. */
    public SDVariable change(int input) {
        return input(input).sub(referenceInput(input));
    }

    /** ½ (in + in₀); the input itself where both towers share it. */
    public SDVariable middle(int input) {
        return depends[input] ? input(input).add(referenceInput(input)).mul(0.5) : input(input);
    }

    /** The op's own backward pass at the sample. */
    public List<SDVariable> derivative(List<SDVariable> gradients) {
        return op.getOp().doDiff(gradients);
    }

    /** The op's own backward pass at the baseline. */
    public List<SDVariable> referenceDerivative(List<SDVariable> gradients) {
        return reference.getOp().doDiff(gradients);
    }

    /** The op's own backward pass half-way between the towers' inputs. */
    public List<SDVariable> middleDerivative(List<SDVariable> gradients) {
        List<SDVariable> middle = new ArrayList<>();
        for (int i = 0; i < inputs(); i++) {
            boolean same = i > 0 && op.getInputsToOp().get(i).equals(op.getInputsToOp().get(0));
            middle.add(same ? middle.get(0) : middle(i));
        }
        return backward(copy("middle/", middle).get(0), gradients);
    }

    /** The backward pass of the op that makes a variable. */
    public List<SDVariable> backward(SDVariable output, List<SDVariable> gradients) {
        return graph.getVariableOutputOp(output.name()).doDiff(gradients);
    }

    /**
     * The op with the same settings on other inputs.
     *
     * @param prefix makes its name new
     */
    public List<SDVariable> copy(String prefix, List<SDVariable> inputs) {
        return new OpCopy(graph)
                .add(op, graph, prefix, inputs.stream().map(SDVariable::name).toList());
    }

    /**
     * numerator / change, and another value where the change is too small to divide by (below
     * 1e-10).
     *
     * @param otherwise finite; where the change is too small, the numerator must be too
     */
    public SDVariable quotient(SDVariable numerator, SDVariable change, SDVariable otherwise) {
        // Masks instead of a selecting op, which takes fifty times as long.
        SDVariable small = graph.math().abs(change).lt(SMALL).castTo(change.dataType());
        return numerator.div(change.add(small)).add(otherwise.mul(small));
    }

    /** Whether an input has the output's shape, so that nothing is broadcast. */
    public boolean shapedAsOutput(int input) {
        return Arrays.equals(shapes.apply(input(input)), shapes.apply(output()));
    }

    /** Number of axes of a variable of the sample's tower. */
    public int rank(SDVariable variable) {
        return shapes.apply(variable).length;
    }

    /** Size of an axis of a variable of the sample's tower other than the batch's. */
    public long size(SDVariable variable, int axis) {
        return shapes.apply(variable)[axis];
    }

    /** For an op in a form that the rule does not cover. */
    public InvalidInputException unsupported(String what) {
        return new InvalidInputException(
                "DeepLIFT's rule for op '%s' does not cover %s (variable '%s'): write the network without it, or use integrated-gradients"
                        .formatted(kind(), what, output().name()));
    }
}
