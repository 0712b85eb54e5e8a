package org.salient4j.framework.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Which ops can be planned ahead. */
final class PlannableOps {
    /** Control flow, side effects and what the session executes itself. */
    private static final Set<String> SESSION_ONLY =
            Set.of(
                    "enter",
                    "exit",
                    "next_iteration",
                    "loop_cond",
                    "merge",
                    "switch",
                    "While",
                    "invoke",
                    "assign",
                    "create_view",
                    "Assert",
                    "print_variable",
                    "ExternalErrorsFn",
                    "gradientbackwardsmarker");

    /** Ops whose outputs are as long as their inputs' values say. */
    private static final Set<String> VALUE_SHAPED =
            Set.of(
                    "Where",
                    "where_np",
                    "unique",
                    "unique_with_counts",
                    "boolean_mask",
                    "choose",
                    "dynamic_partition",
                    "dynamic_stitch",
                    "listdiff",
                    "non_max_suppression",
                    "non_max_suppression_v3",
                    "non_max_suppression_overlaps");

    /** Its length follows from numbers of any type. */
    private static final String RANGE = "range";

    /** Ops that read integers as indices or values, never as sizes, positions or axes. */
    private static final Set<String> INDEXED =
            Set.of(
                    "gather",
                    "gather_nd",
                    "embedding_lookup",
                    "onehot",
                    "scatter_add",
                    "scatter_upd",
                    "scatter_nd_add",
                    "cast",
                    "equals",
                    "not_equals",
                    "less",
                    "less_equal",
                    "greater",
                    "greater_equal",
                    "add",
                    "subtract",
                    "multiply",
                    "lstmLayer",
                    "lstmLayer_bp",
                    "select",
                    "where");

    /** Ops with one output, each element of which depends on the same element of the inputs. */
    private static final Set<String> ELEMENTWISE =
            Set.of(
                    "add",
                    "subtract",
                    "multiply",
                    "divide",
                    "add_scalar",
                    "sub_scalar",
                    "mul_scalar",
                    "div_scalar",
                    "exp",
                    "sqrt",
                    "reciprocal",
                    "relu",
                    "tanh",
                    "thresholdedrelu_bp");

    private static final Set<String> SHAPE_READERS =
            Set.of(
                    "shape_of",
                    "size_at",
                    "size",
                    "rank",
                    "zeros_as",
                    "zeros_like",
                    "zeroslike",
                    "ones_as",
                    "ones_like",
                    "oneslike");

    /** Gradients that are zero where this input is, whatever the others are: no 0 · ∞ in them. */
    private static final Map<String, Integer> LINEAR_IN =
            Map.of(
                    "add_bp", 2,
                    "subtract_bp", 2,
                    "reduce_max_bp", 1,
                    "reduce_min_bp", 1,
                    "reduce_sum_bp", 1,
                    "reduce_mean_bp", 1);

    private PlannableOps() {}

    /**
     * @throws UnplannableGraphException if no op of this kind can be planned
     */
    static void require(SameDiffOp op) throws UnplannableGraphException {
        DifferentialFunction function = op.getOp();
        String name = function.opName();
        boolean known = function instanceof CustomOp || function instanceof Op;
        if (!known
                || SESSION_ONLY.contains(name)
                || VALUE_SHAPED.contains(name)
                || name.startsWith("tensorarray")
                || (op.getControlDeps() != null && !op.getControlDeps().isEmpty())) {
            throw new UnplannableGraphException(
                    "op '%s' (%s) cannot be planned ahead".formatted(op.getName(), name));
        }
    }

    /** Whether the values of an input of a type may be what gives an op's output its shape. */
    static boolean mayReadShape(SameDiffOp op, DataType type) {
        String name = op.getOp().opName();
        return name.equals(RANGE) || (type.isIntType() && !INDEXED.contains(name));
    }

    /** Whether an op gives the same whenever it reads the same. */
    static boolean isDeterministic(SameDiffOp op) {
        return !(op.getOp() instanceof RandomOp) && !op.getOp().opName().contains("random");
    }

    /** Whether an op may write an output over an input of that shape. */
    static boolean mayOverwrite(DifferentialFunction op, int output, int input) {
        String name = op.opName();
        boolean passesOn = name.equals("add_bp") || name.equals("subtract_bp");
        return ELEMENTWISE.contains(name) || (passesOn && output == 0 && input == 2);
    }

    /**
     * Whether the executioner computes only those outputs of an op that have elements. ND4J's own
     * has no such ops; the CPU backend's names them in its information.
     */
    static boolean mayLeaveOut(DifferentialFunction op) {
        String ops =
                Nd4j.getExecutioner()
                        .getEnvironmentInformation()
                        .getProperty("salient4j.unreadOutputs", "");
        return List.of(ops.split(",")).contains(op.opName());
    }

    /** Whether an op gives zeros because one of its inputs is. */
    static boolean isZero(SameDiffOp op, Set<String> zeros) {
        Integer input = LINEAR_IN.get(op.getOp().opName());
        return input != null && zeros.contains(GraphOrder.inputs(op).get(input));
    }

    /** Whether an op reads only its inputs' shapes. */
    static boolean readsShapesOnly(SameDiffOp op) {
        return SHAPE_READERS.contains(op.getOp().opName());
    }
}
