package org.salient4j.framework.graph;

import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

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
     * @return the gradient's name there; empty if no rows are looked up in the variable
     * @throws IllegalArgumentException if it is also read in another way, such as a table whose
     *     weights are tied to a last layer's: SameDiff's gradient of it would be wrong
     */
    static Optional<String> of(SameDiff graph, String table) {
        List<String> readers = graph.getVariables().get(table).getInputsForOp();
        if (readers == null || readers.stream().noneMatch(op -> gathers(graph, op, table))) {
            return Optional.empty();
        }
        for (String reader : readers) {
            if (!isLookup(graph.getOps().get(reader), table)) {
                throw new IllegalArgumentException(
                        "rows of '%s' are looked up and op '%s' reads it as well, which no gradient adds up: give the op a variable of its own"
                                .formatted(table, reader));
            }
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

    private static boolean gathers(SameDiff graph, String reader, String table) {
        SameDiffOp op = graph.getOps().get(reader);
        return op.getOp().opName().equals(LOOKUP) && op.getInputsToOp().get(0).equals(table);
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
