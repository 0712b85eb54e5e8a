package org.salient4j.framework.graph;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

import java.util.List;
import java.util.Optional;

/**
 * The gradient of a table that rows are looked up in, such as word vectors: what flows into a row,
 * added up over all places where it was looked up.
 *
 * <p>SameDiff's own gradient of {@code gather} is a loop over the places that writes instead of
 * adding: of a word that occurs twice it keeps one occurrence. This one is a single {@code
 * scatter_add}.
 */
final class LookupGradient {
    private static final String LOOKUP = "gather";

    private LookupGradient() {}

    /**
     * Adds the gradient of a table to a graph's gradient function.
     *
     * @param graph a graph that has its gradient function
     * @param table a variable of it
     * @return the gradient's name there; empty if rows are not all that is read of the variable
     */
    static Optional<String> of(SameDiff graph, String table) {
        List<String> readers = graph.getVariables().get(table).getInputsForOp();
        if (readers == null
                || readers.isEmpty()
                || !readers.stream().allMatch(op -> isLookup(graph.getOps().get(op), table))) {
            return Optional.empty();
        }
        SameDiff gradients = graph.getFunction("grad");
        SDVariable sum = gradients.zerosLike(gradients.getVariable(table));
        for (String reader : readers) {
            SameDiffOp op = graph.getOps().get(reader);
            SDVariable rows = graph.getVariable(op.getOutputsOfOp().get(0)).getGradient();
            if (rows != null) { // the loss depends on them
                sum =
                        gradients.scatterAdd(
                                sum,
                                gradients.getVariable(op.getInputsToOp().get(1)),
                                gradients.getVariable(rows.name()));
            }
        }
        return Optional.of(sum.name());
    }

    private static boolean isLookup(SameDiffOp op, String table) {
        if (!op.getOp().opName().equals(LOOKUP)) {
            return false;
        }
        long[] axis = ((DynamicCustomOp) op.getOp()).iArgs();
        return axis.length == 1
                && axis[0] == 0
                && op.getInputsToOp().get(0).equals(table)
                && op.getInputsToOp().indexOf(table) == op.getInputsToOp().lastIndexOf(table);
    }
}
